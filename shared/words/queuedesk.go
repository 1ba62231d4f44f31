package words

// The counter's desk: where officers call numbers.
var (
	CounterRow     = T{"Panggil nomor, layani, terbitkan nomor", "Call numbers, serve, give out numbers", "Nimbali nomer, ngladosi, maringi nomer"}
	CounterChoose  = T{"Pilih loket", "Choose a counter", "Pilih loket"}
	CounterChooseY = T{"Tempat Anda bertugas hari ini.", "Where you work today.", "Papan panjenengan makarya dinten punika."}
	CounterNone    = T{"Belum ada loket untuk Anda", "No counter for you yet", "Dereng wonten loket kangge panjenengan"}
	CounterNoneY   = T{"Minta admin dinas memberi peran petugas loket di tempat Anda.", "Ask your agency's admin for the counter role at your place.", "Mangga nyuwun admin dinas supados pikantuk peran petugas loket."}
	CounterNoQueue = T{"Tidak ada antrean hari ini di sini.", "No queue here today.", "Boten wonten antrian ing ngriki dinten punika."}
	CounterLast    = T{"Terakhir di perangkat ini", "Last time on this device", "Pungkasan ing piranti punika"}
	CounterSit     = T{"Duduk di sini", "Sit here", "Lenggah ing ngriki"}
	CounterSitAt   = T{"Duduk di {0}, {1}", "Sit at {0}, {1}", "Lenggah ing {0}, {1}"}
	CounterSitHere = T{"Duduk di {0}", "Sit at {0}", "Lenggah ing {0}"}

	CounterFree        = T{"Kosong", "Empty", "Suwung"}
	CounterTaken       = T{"Dipakai {0}", "Taken by {0}", "Kaagem {0}"}
	CounterSomebody    = T{"petugas lain", "another officer", "petugas sanes"}
	CounterTakeAsk     = T{"Gantikan di {0}?", "Take over {0}?", "Nggantosi ing {0}?"}
	CounterTakeWhy     = T{"Loket ini sedang dipakai {0}. Kalau Anda duduk, layarnya tetap terbuka tetapi loketnya menjadi milik Anda.", "{0} has this counter now. If you sit, their screen stays open but the counter is yours.", "Loket punika saweg kaagem {0}. Menawi panjenengan lenggah, loketipun dados panjenengan."}
	CounterTake        = T{"Gantikan", "Take over", "Gantosi"}
	CounterTakeNo      = T{"Pilih loket lain", "Choose another", "Pilih loket sanes"}
	CounterWaits       = T{"{0} menunggu", "{0} waiting", "{0} ngentosi"}
	CounterIsOpen      = T{"Buka", "Open", "Bikak"}
	CounterIsPaused    = T{"Antrean dijeda", "Queue paused", "Antrian kandheg sakedhap"}
	CounterIsClosed    = T{"Sudah ditutup", "Closed", "Sampun katutup"}
	CounterIsStopped   = T{"Dibatalkan", "Cancelled", "Kabatalaken"}
	CounterIsScheduled = T{"Belum dibuka", "Not open yet", "Dereng kabikak"}

	CounterGone  = T{"Loket ini tidak ada", "There is no such counter", "Loket punika boten wonten"}
	CounterGoneY = T{"Mungkin sudah diganti namanya. Pilih lagi dari daftar.", "It may have been changed. Choose again from the list.", "Mbokmenawi sampun kagantos. Mangga milih malih."}
	CounterCut   = T{"Terputus sejak {0}", "Cut off since {0}", "Pedhot wiwit {0}"}
	// CounterDataOf stands beside the badge: from when what is shown is.
	CounterDataOf = T{"data {0}", "data of {0}", "data {0}"}
	CounterMore   = T{"Lainnya", "More", "Sanesipun"}

	CounterCalling     = T{"Sedang dipanggil", "Being called", "Saweg dipuntimbali"}
	CounterCalledTimes = T{"Dipanggil {0} kali", "Called {0} times", "Dipuntimbali kaping {0}"}
	CounterFreeNow     = T{"Loket kosong", "Counter is free", "Loket suwung"}
	CounterReady       = T{"Siap memanggil", "Ready to call", "Siyaga nimbali"}
	CounterReadyY      = T{"Tekan tombol di bawah untuk mulai.", "Press the button below to begin.", "Mangga mencet tombol ing ngandhap."}
	CounterOverY       = T{"Tidak ada yang dipanggil lagi hari ini.", "Nobody is called any more today.", "Boten wonten ingkang dipuntimbali malih."}
	CounterNotSeated   = T{"Anda belum duduk di sini", "You are not seated here", "Panjenengan dereng lenggah ing ngriki"}
	CounterNotSeatedY  = T{"Duduk dulu, baru bisa memanggil.", "Sit down first, then call.", "Mangga lenggah rumiyin."}
	CounterScheduledY  = T{"Warga sudah bisa mengambil nomor. Buka untuk mulai memanggil.", "Citizens can take numbers. Open to begin calling.", "Warga sampun saged mendhet nomer. Mangga dipunbikak."}
	CounterNobody      = T{"Tidak ada yang menunggu", "Nobody is waiting", "Boten wonten ingkang ngentosi"}
	CounterNobodyY     = T{"Nomor baru muncul di sini dengan sendirinya.", "New numbers appear here by themselves.", "Nomer enggal katingal ing ngriki piyambak."}
	CounterNobodyHere  = T{"Belum ada yang hadir", "Nobody has arrived yet", "Dereng wonten ingkang rawuh"}
	CounterNobodyHereY = T{"Yang menunggu masih di jalan. Tandai hadir dari daftar bila orangnya sudah di sini.", "Those waiting are on the way. Mark them as here from the list once they come.", "Ingkang ngentosi taksih ing margi. Tandhani rawuh saking dhaptar menawi sampun dumugi."}
	CounterPausedY     = T{"Warga membaca alasan ini di HP dan papan.", "Citizens read this on phones and boards.", "Warga maos punika ing HP lan papan."}
	CounterResting     = T{"Loket istirahat", "Counter resting", "Loket ngaso"}
	CounterRestingY    = T{"Loket lain tetap memanggil.", "Other counters go on calling.", "Loket sanes tetep nimbali."}
	CounterOfUsual     = T{"dari ± {0} menit", "of ± {0} min", "saking ± {0} menit"}
	CounterOpen        = T{"Buka antrean", "Open the queue", "Bikak antrian"}
	CounterResume      = T{"Lanjutkan antrean", "Resume the queue", "Lajengaken antrian"}
	CounterWork        = T{"Lanjut melayani", "Back to work", "Ngladosi malih"}
	CounterFinishOf    = T{"Selesai, {0}", "Finish {0}", "Rampung, {0}"}
	CounterEnds        = T{"{0} ikut dicatat selesai", "{0} is then finished", "{0} kacathet rampung"}
	CounterNoName      = T{"Tanpa nama", "No name", "Tanpa asma"}
	CounterPriority    = T{"Prioritas", "Priority", "Prioritas"}
	CounterRegular     = T{"Biasa", "Regular", "Limrah"}
	CounterActs        = T{"Yang bisa dilakukan", "What can be done", "Ingkang saged dipunlampahi"}
	CounterBegin       = T{"Mulai layani", "Begin", "Wiwit ngladosi"}
	CounterAbsent      = T{"Tidak hadir", "Not present", "Boten rawuh"}
	CounterAge         = T{"{0} th", "{0} y", "{0} th"}
	CounterInfant      = T{"bayi", "infant", "bayi"}
	CounterMinutes     = T{"{0} menit", "{0} min", "{0} menit"}
	CounterHours       = T{"{0} jam {1} menit", "{0} h {1} min", "{0} jam {1} menit"}

	CounterVisitor  = T{"Pengunjung ini", "This visitor", "Tamu punika"}
	CounterJKN      = T{"BPJS (JKN)", "BPJS (JKN)", "BPJS (JKN)"}
	CounterOther    = T{"Umum", "Other", "Umum"}
	CounterTook     = T{"Ambil nomor", "Took a number", "Mendhet nomer"}
	CounterTookAt   = T{"{0} {1}", "{0} {1}", "{0} {1}"}
	CounterByPhone  = T{"lewat HP", "by phone", "lumantar HP"}
	CounterByDesk   = T{"di loket", "at the counter", "ing loket"}
	CounterByKiosk  = T{"di mesin", "at the kiosk", "ing mesin"}
	CounterByBPJS   = T{"lewat Mobile JKN", "through Mobile JKN", "lumantar Mobile JKN"}
	CounterByMove   = T{"dari antrean lain", "from another queue", "saking antrian sanes"}
	CounterBooked   = T{"Jam dipesan", "Booked time", "Jam pesenan"}
	CounterElderly  = T{"Lansia", "Elderly", "Lansia"}
	CounterDisabled = T{"Difabel", "Disabled", "Difabel"}
	CounterPregnant = T{"Hamil", "Pregnant", "Ngandhut"}
	CounterBaby     = T{"Bayi", "Infant", "Bayi"}
	CounterStepDone = T{"Selesai", "Done", "Rampung"}
	CounterStepNext = T{"Nanti", "Later", "Mangke"}
	CounterPutBack  = T{"Salah panggil, kembalikan ke antrean", "Called by mistake, put back", "Klentu nimbali, wangsulaken"}

	CounterIssue      = T{"Nomor", "Number", "Nomer"}
	CounterIssueLong  = T{"Nomor untuk yang tanpa HP", "A number for somebody without a phone", "Nomer kangge ingkang tanpa HP"}
	CounterIssueWhy   = T{"Langsung tercatat hadir. Cetak atau sebutkan nomornya.", "They count as here at once. Print or read out the number.", "Langsung kacathet rawuh. Mangga dipuncithak utawi dipunsebataken."}
	CounterName       = T{"Nama panggilan", "Name", "Asma"}
	CounterNameY      = T{"Hanya petugas yang melihatnya.", "Only officers see it.", "Namung petugas ingkang mirsani."}
	CounterLane       = T{"Jalur", "Lane", "Jalur"}
	CounterGround     = T{"Alasan prioritas", "Ground of priority", "Sebab prioritas"}
	CounterPayer      = T{"Pembayaran", "Payer", "Pambayaran"}
	CounterFirstFree  = T{"Jam kosong pertama", "First free time", "Jam suwung sepisan"}
	CounterSlotLeft   = T{"{0}, sisa {1}", "{0}, {1} left", "{0}, kantun {1}"}
	CounterIssueGo    = T{"Terbitkan nomor", "Give the number", "Babar nomer"}
	CounterIssued     = T{"Nomor sudah terbit", "The number is given", "Nomer sampun kababar"}
	CounterAhead      = T{"{0} orang di depan", "{0} people ahead", "{0} tiyang ing ngajeng"}
	CounterFollow     = T{"Pindai untuk mengikuti antrean dari HP", "Scan to follow the queue on a phone", "Pindhai kangge nderek antrian saking HP"}
	CounterPrint      = T{"Cetak 80 mm", "Print 80 mm", "Cithak 80 mm"}
	CounterIssueMore  = T{"Nomor lagi", "Another number", "Nomer malih"}
	CounterFind       = T{"Panggil nomor atau cari nama", "Call a number or find a name", "Timbali nomer utawi pados asma"}
	CounterFindHint   = T{"Nomor atau nama", "Number or name", "Nomer utawi asma"}
	CounterNotFound   = T{"“{0}” tidak ada di daftar.", "“{0}” is not on the list.", "“{0}” boten wonten ing dhaptar."}
	CounterMoreWait   = T{"dan {0} lagi. Cari dengan nomor atau nama.", "and {0} more. Find them by number or name.", "lan {0} malih. Padosi mawi nomer utawi asma."}
	CounterAway       = T{"Jeda", "Away", "Medal"}
	CounterSkipped    = T{"Dilewati", "Skipped", "Dipunlangkungi"}
	CounterSkippedAgo = T{"dilewati {0} lalu", "skipped {0} ago", "dipunlangkungi {0} kapengker"}
	CounterSlot       = T{"dipesan {0}", "booked {0}", "pesenan {0}"}

	CounterNumberOver  = T{"Nomor ini sudah selesai", "This number is over", "Nomer punika sampun rampung"}
	CounterNumberOverY = T{"Sudah dilayani, dialihkan, atau dibatalkan.", "It was served, moved or cancelled.", "Sampun kaladosan, kaalihaken, utawi kabatalaken."}
	CounterCloseIt     = T{"Tutup jendela ini", "Close this window", "Tutup jendhela punika"}
	CounterIsBack      = T{"Sudah kembali", "Is back", "Sampun wangsul"}
	CounterReturn2     = T{"Kembalikan, setelah 2 orang", "Put back, after 2 people", "Wangsulaken, sasampunipun 2 tiyang"}
	CounterArrive      = T{"Tandai hadir", "Mark as here", "Tandhani rawuh"}
	CounterStepOut     = T{"Keluar sebentar, setelah 3 orang", "Steps out, after 3 people", "Medal sakedhap, sasampunipun 3 tiyang"}
	CounterMoveTo      = T{"Alihkan ke antrean lain", "Move to another queue", "Alihaken dhateng antrian sanes"}
	CounterCancel      = T{"Batalkan nomor", "Cancel the number", "Batalaken nomer"}
	CounterMoveAsk     = T{"Alihkan {0} ke mana?", "Move {0} to which queue?", "{0} kaalihaken dhateng pundi?"}
	CounterMoveWhy     = T{"Di sana orangnya mendapat nomor baru dan langsung dikabari.", "They get a new number there and are told at once.", "Ing ngrika pikantuk nomer enggal lan langsung dipunkabari."}
	CounterNoOther     = T{"Tidak ada antrean lain yang buka di tempat ini.", "No other queue is open at this place.", "Boten wonten antrian sanes ingkang bikak."}

	CounterRest1     = T{"Istirahat", "Break", "Ngaso"}
	CounterRest2     = T{"Salat", "Prayer", "Salat"}
	CounterRest3     = T{"Dokter visite", "Doctor on ward round", "Dhokter visite"}
	CounterRest4     = T{"Gangguan alat", "Equipment trouble", "Piranti risak"}
	CounterPauseAsk  = T{"Jeda karena apa?", "Pause for what?", "Kandheg amargi punapa?"}
	CounterPauseWhy  = T{"Alasannya dibaca warga di HP dan papan.", "Citizens read the reason on phones and boards.", "Sebabipun dipunwaos warga ing HP lan papan."}
	CounterPauseOf   = T{"Yang dijeda", "What pauses", "Ingkang kandheg"}
	CounterPauseOne  = T{"Loket ini saja", "This counter", "Loket punika"}
	CounterPauseAll  = T{"Seluruh antrean", "The whole queue", "Sedaya antrian"}
	CounterReason    = T{"Alasan", "Reason", "Sebab"}
	CounterReasonOwn = T{"Tulis alasan lain", "Another reason", "Sebab sanes"}
	CounterPause     = T{"Jeda sekarang", "Pause now", "Kandheg sapunika"}

	CounterLeave     = T{"Tinggalkan loket", "Leave the counter", "Nilar loket"}
	CounterLeaveY    = T{"Antrean tetap jalan di loket lain.", "The queue goes on at other counters.", "Antrian tetep lumampah ing loket sanes."}
	CounterLeaveBusy = T{"Selesaikan {0} dulu.", "Finish {0} first.", "Mangga {0} dipunrampungaken rumiyin."}
	CounterClose     = T{"Tutup antrean hari ini", "Close the queue for today", "Tutup antrian dinten punika"}
	CounterCloseY    = T{"Berlaku untuk semua loketnya.", "For all of its counters.", "Kangge sedaya loketipun."}
	CounterCloseAsk  = T{"Tutup antrean hari ini?", "Close the queue for today?", "Nutup antrian dinten punika?"}
	CounterCloseWhy  = T{"Antrean yang sudah ditutup tidak bisa dibuka lagi hari ini.", "A closed queue cannot be opened again today.", "Antrian ingkang sampun katutup boten saged kabikak malih dinten punika."}
	CounterCloseWait = T{"{0} orang masih menunggu. Mereka dikabari bahwa hari ini tidak sempat dilayani.", "{0} people still wait. They are told that they cannot be served today.", "{0} tiyang taksih ngentosi. Sami dipunkabari bilih dinten punika boten kaladosan."}
	CounterCloseSkip = T{"{0} yang dilewati dicatat tidak hadir.", "{0} skipped are noted as not present.", "{0} ingkang dipunlangkungi kacathet boten rawuh."}
	CounterCloseNone = T{"Tidak ada lagi yang menunggu.", "Nobody waits any more.", "Sampun boten wonten ingkang ngentosi."}
	CounterCloseBusy = T{"{0} masih dilayani. Selesaikan dulu.", "{0} is still being served. Finish first.", "{0} taksih kaladosan. Mangga dipunrampungaken rumiyin."}
	CounterCloseGo   = T{"Ya, tutup hari ini", "Yes, close today", "Inggih, tutup dinten punika"}
	CounterCloseNot  = T{"Tetap buka", "Stay open", "Tetep bikak"}

	CounterDidCall   = T{"{0} dipanggil", "{0} called", "{0} dipuntimbali"}
	CounterDidBegin  = T{"{0} mulai dilayani", "{0} begun", "{0} wiwit kaladosan"}
	CounterDidFinish = T{"{0} selesai", "{0} finished", "{0} rampung"}
	CounterDidSkip   = T{"{0} dilewati", "{0} skipped", "{0} dipunlangkungi"}
	CounterDidAbsent = T{"{0} tidak hadir", "{0} not present", "{0} boten rawuh"}
	CounterDidReturn = T{"{0} menunggu lagi", "{0} waits again", "{0} ngentosi malih"}
	CounterDidMove   = T{"{0} dialihkan", "{0} moved", "{0} kaalihaken"}
	CounterUndo      = T{"Urungkan", "Undo", "Wurungaken"}

	CounterExpected = T{"Perkiraan", "Expected", "Kinten-kinten"}
	CounterHoursSay = T{"Terlayani per jam, paling ramai pukul {0}: {1} orang", "Served per hour, busiest at {0}: {1} people", "Kaladosan saben jam, paling rame tabuh {0}: {1} tiyang"}
	CounterOthers   = T{"Ruang lain", "Other rooms", "Ruang sanes"}
	CounterServes   = T{"Melayani, {0}", "Serving, {0}", "Ngladosi, {0}"}
	CounterIdle     = T{"Siap memanggil", "Ready to call", "Siyaga nimbali"}

	CounterKeys      = T{"Tombol papan ketik", "Keys", "Tombol papan ketik"}
	CounterKeysY     = T{"Semua bisa tanpa tetikus", "Everything works without a mouse", "Sedaya saged tanpa tetikus"}
	CounterKeysWhy   = T{"Saat Anda mengetik di isian, tombol ini tidak berlaku.", "They rest while you type in a field.", "Nalika ngetik ing isian, tombol punika boten lumampah."}
	CounterKeyMain   = T{"Tombol besar: panggil berikutnya, buka, lanjut", "The big button: call next, open, go on", "Tombol ageng: timbali salajengipun, bikak, lajeng"}
	CounterKeyFind   = T{"Cari nama", "Find a name", "Pados asma"}
	CounterKeyDigits = T{"Ketik nomor, lalu Enter untuk memanggil", "Type a number, then Enter to call it", "Ketik nomer, lajeng Enter kangge nimbali"}
	CounterKeyEsc    = T{"Tutup jendela, kosongkan isian", "Close a window, empty the field", "Tutup jendhela, suwungaken isian"}
)

// The agency's desk of queues.
var (
	SetupTitle = T{"Antrean", "Queues", "Antrian"}
	SetupRow   = T{"Jadwal, kuota, loket, cuti dokter, angka", "Schedules, quotas, counters, leave, figures", "Jadwal, kuota, loket, prei dhokter, angka"}
)
