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
	CounterSitAt   = T{"Duduk di sini: {0}, {1}", "Sit here: {0}, {1}", "Lenggah ing ngriki: {0}, {1}"}
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

	CounterHeldFull    = T{"{0} belum dapat nomor {1}", "{0} has no number for {1} yet", "{0} dereng pikantuk nomer {1}"}
	CounterHeldFullY   = T{"Di sana masih penuh. Nomornya keluar sendiri begitu ada tempat. Minta orangnya menemui petugas di sana.", "It is full there. The number comes by itself as soon as there is room. Ask them to see the officer there.", "Ing ngrika taksih kebak. Nomeripun medal piyambak menawi wonten papan. Mangga tiyangipun kapurih matur petugas ing ngrika."}
	CounterHeldClosed  = T{"{0} tidak dapat nomor {1}", "{0} gets no number for {1}", "{0} boten pikantuk nomer {1}"}
	CounterHeldClosedY = T{"Di sana tutup hari ini. Beri tahu orangnya kapan bisa kembali.", "It is closed there today. Tell them when they can come back.", "Ing ngrika tutup dinten punika. Tiyangipun mangga dipunkabari kapan saged wangsul."}
	CounterPutBack     = T{"Salah panggil, kembalikan ke antrean", "Called by mistake, put back", "Klentu nimbali, wangsulaken"}

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
	CounterDidMoveTo = T{"{0} dialihkan ke {1}", "{0} moved to {1}", "{0} kaalihaken dhateng {1}"}
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
	SetupTitle     = T{"Antrean", "Queues", "Antrian"}
	SetupRow       = T{"Jadwal, kuota, loket, cuti dokter, angka", "Schedules, quotas, counters, leave, figures", "Jadwal, kuota, loket, prei dhokter, angka"}
	SetupSub       = T{"Jadwal, kuota, loket, dan jalur tiap antrean.", "Schedule, quotas, counters and lanes of each queue.", "Jadwal, kuota, loket, lan jalur saben antrian."}
	SetupNew       = T{"Antrean baru", "New queue", "Antrian enggal"}
	SetupNewY      = T{"Cukup beberapa isian, sisanya bisa diatur nanti.", "A few fields; the rest can be set later.", "Cekap sawetawis isian, sanesipun saged katata mangke."}
	SetupNewGo     = T{"Buat antrean", "Create the queue", "Damel antrian"}
	SetupNewRest   = T{"Jadwal awal Senin sampai Jumat 07.00–12.00. Ubah di langkah berikutnya.", "It starts with Monday to Friday, 07.00–12.00. Change it in the next step.", "Jadwal wiwitan Senen dumugi Jemuwah 07.00–12.00. Saged kaewahi mangke."}
	SetupNone      = T{"Belum ada antrean", "No queues yet", "Dereng wonten antrian"}
	SetupNoneY     = T{"Yang tampil di sini hanya milik dinas Anda.", "Only what belongs to your agency is shown here.", "Ingkang katingal ing ngriki namung gadhahanipun dinas panjenengan."}
	SetupNumbers   = T{"nomor {0}-001", "numbers {0}-001", "nomer {0}-001"}
	SetupActive    = T{"Dipakai", "In use", "Kaagem"}
	SetupInactive  = T{"Tidak dipakai", "Not in use", "Boten kaagem"}
	SetupPlace     = T{"Tempat", "Place", "Papan"}
	SetupBasics    = T{"Nama dan nomor", "Name and numbers", "Asma lan nomer"}
	SetupName      = T{"Nama antrean", "Name of the queue", "Asma antrian"}
	SetupNameY     = T{"Contoh: Poli Anak, Loket Pendaftaran.", "For example: Poli Anak, Registration.", "Tuladha: Poli Anak, Loket Pendaftaran."}
	SetupWho       = T{"Dokter atau petugas", "Doctor or officer", "Dhokter utawi petugas"}
	SetupWhoY      = T{"Kosongkan bila siapa saja.", "Leave empty for anybody.", "Kajengipun suwung menawi sinten kemawon."}
	SetupPrefix    = T{"Huruf nomor", "Letter of the numbers", "Aksara nomer"}
	SetupPrefixY   = T{"A memberi A-001. Tidak boleh sama di satu tempat.", "A gives A-001. Unique within a place.", "A dados A-001. Boten kenging sami ing setunggal papan."}
	SetupUsual     = T{"Lama pelayanan biasanya, menit", "Usual visit, minutes", "Dangunipun limrah, menit"}
	SetupUsualY    = T{"Dipakai sampai ada pengalaman sendiri.", "Used until there is experience.", "Kaagem ngantos wonten pengalaman piyambak."}
	SetupIcon      = T{"Gambar", "Picture", "Gambar"}
	SetupIcon1     = T{"Umum", "General", "Umum"}
	SetupIcon2     = T{"Poli", "Clinic", "Poli"}
	SetupIcon3     = T{"Anak", "Children", "Lare"}
	SetupIcon4     = T{"Farmasi", "Pharmacy", "Farmasi"}
	SetupIcon5     = T{"BPJS", "BPJS", "BPJS"}
	SetupIcon6     = T{"KTP dan KK", "ID papers", "KTP lan KK"}
	SetupIcon7     = T{"Berkas", "Papers", "Berkas"}
	SetupIcon8     = T{"Usaha", "Business", "Usaha"}
	SetupIcon9     = T{"Pajak", "Tax", "Pajeg"}
	SetupIsActive  = T{"Antrean ini dipakai", "This queue is in use", "Antrian punika kaagem"}
	SetupIsActiveY = T{"Matikan untuk menyembunyikannya dari warga.", "Switch off to hide it from citizens.", "Pejahi menawi badhe kasingidaken saking warga."}

	SetupCounters     = T{"Loket dan ruang", "Counters and rooms", "Loket lan ruang"}
	SetupCounterY     = T{"Tempat nomor dipanggil, seperti Ruang 3. Semua loket memakai satu barisan.", "Where numbers are called to, such as Room 3. All share one line.", "Papan nomer dipuntimbali, kados Ruang 3. Sedaya loket ngagem larikan setunggal."}
	SetupCounterN     = T{"Loket {0}", "Counter {0}", "Loket {0}"}
	SetupCounterAdd   = T{"Tambah loket", "Add a counter", "Tambah loket"}
	SetupFirstCounter = T{"Loket pertama", "First counter", "Loket sepisan"}

	SetupWeek        = T{"Jadwal dan kuota", "Schedule and quotas", "Jadwal lan kuota"}
	SetupWeekY       = T{"Kuota kosong berarti tanpa batas. Prioritas 0 berarti tanpa jalur prioritas.", "An empty quota has no limit. Priority 0 means no priority lane.", "Kuota suwung ateges tanpa wates. Prioritas 0 ateges tanpa jalur prioritas."}
	SetupLikeMonday  = T{"Samakan Selasa–Jumat dengan Senin", "Make Tuesday–Friday like Monday", "Selasa–Jemuwah kados Senen"}
	SetupClosed      = T{"Tutup", "Closed", "Tutup"}
	SetupAddSession  = T{"Tambah jam", "Add hours", "Tambah jam"}
	SetupDropSession = T{"Hapus jam hari {0}", "Remove hours of {0}", "Busak jam dinten {0}"}
	SetupOpens       = T{"Buka", "Opens", "Bikak"}
	SetupCloses      = T{"Tutup", "Closes", "Tutup"}
	SetupQuota       = T{"Kuota biasa", "Regular quota", "Kuota limrah"}
	SetupQuotaPri    = T{"Prioritas", "Priority", "Prioritas"}
	SetupQuotaJKN    = T{"JKN", "JKN", "JKN"}
	SetupQuotaOther  = T{"Umum", "Other", "Umum"}

	SetupRules      = T{"Jalur prioritas", "Priority lane", "Jalur prioritas"}
	SetupShare      = T{"Giliran prioritas", "Turns of the priority lane", "Giliran prioritas"}
	SetupShare1     = T{"Didahulukan", "Goes first", "Rumiyin"}
	SetupShareN     = T{"1 dari {0}", "1 of {0}", "1 saking {0}"}
	SetupShareFirst = T{"Selama ada yang menunggu di jalur prioritas, jalur itu selalu dipanggil dulu.", "While somebody waits in the priority lane, it is always called first.", "Salebetipun wonten ingkang ngentosi ing jalur prioritas, jalur punika tansah rumiyin."}
	SetupShareOf    = T{"Dari setiap {0} panggilan, satu untuk jalur prioritas selama ada yang menunggu di sana.", "Of every {0} calls one goes to the priority lane while somebody waits there.", "Saking saben {0} timbalan, setunggal kangge jalur prioritas menawi wonten ingkang ngentosi."}
	SetupShareEx    = T{"Contoh urutan panggilan, prioritas nomor 007 sampai 009:", "Example of the calls, with priority numbers 007 to 009:", "Tuladha urutan timbalan, prioritas nomer 007 dumugi 009:"}
	SetupWhoMay     = T{"Siapa yang boleh, dan apa yang ditunjukkan", "Who may use it, and what they show", "Sinten ingkang kenging, lan punapa ingkang katuduhaken"}
	SetupEvidence   = T{"Bukti untuk {0}", "Evidence for {0}", "Bukti kangge {0}"}
	SetupEvidenceY  = T{"Contoh: KTP, usia 60 tahun ke atas.", "For example: ID card, 60 years or older.", "Tuladha: KTP, yuswa 60 taun minggah."}

	SetupBooking  = T{"Pemesanan dan hadir", "Booking and arriving", "Pesenan lan rawuh"}
	SetupDays     = T{"Bisa dipesan berapa hari ke depan", "Days ahead that can be booked", "Saged kapesen pinten dinten malih"}
	SetupDaysY    = T{"0 berarti hanya hari ini.", "0 is only today.", "0 ateges namung dinten punika."}
	SetupBefore   = T{"Nomor hari ini mulai, menit sebelum buka", "Today's numbers begin, minutes before opening", "Nomer dinten punika wiwit, menit saderengipun bikak"}
	SetupBeforeY  = T{"60 berarti satu jam sebelum buka.", "60 is one hour before opening.", "60 ateges setunggal jam saderengipun bikak."}
	SetupCheckIn  = T{"Hanya memanggil yang sudah hadir", "Call only who has arrived", "Namung nimbali ingkang sampun rawuh"}
	SetupCheckInY = T{"Warga menandai hadir dengan kode di tempat atau lewat petugas.", "Citizens check in by the code at the place or at the officer's.", "Warga nandhani rawuh mawi kodhe ing papan utawi petugas."}
	SetupSlots    = T{"Pakai jam yang dipesan", "Use booked times", "Ngagem jam pesenan"}
	SetupSlotsY   = T{"Nomor dipanggil menurut jamnya, bukan urutan ambil.", "Numbers are called by their time, not as they were taken.", "Nomer dipuntimbali manut jamipun."}
	SetupSlotFor  = T{"Panjang satu jam pesanan, menit", "Length of a booked time, minutes", "Dawanipun jam pesenan, menit"}
	SetupSlotOf   = T{"Orang per jam pesanan", "People per booked time", "Tiyang saben jam pesenan"}
	SetupPayers   = T{"Kuota JKN dan umum terpisah", "Separate quotas for JKN and others", "Kuota JKN lan umum kapisah"}
	SetupPayersY  = T{"Untuk rumah sakit dan puskesmas.", "For hospitals and health centres.", "Kangge griya sakit lan puskesmas."}

	SetupVisit    = T{"Rangkaian kunjungan dan BPJS", "Whole visit and BPJS", "Urutan kunjungan lan BPJS"}
	SetupStage    = T{"Tahap dalam kunjungan", "Stage of a visit", "Tahap ing kunjungan"}
	SetupStageY   = T{"Warga melihat semua tahap di satu layar.", "Citizens see all stages on one screen.", "Warga mirsani sedaya tahap ing setunggal layar."}
	SetupStage1   = T{"Berdiri sendiri", "A visit of its own", "Ngadeg piyambak"}
	SetupStage2   = T{"Pendaftaran", "Admission", "Pendaftaran"}
	SetupStage3   = T{"Pelayanan atau poli", "Service or clinic", "Palayanan utawi poli"}
	SetupStage4   = T{"Farmasi", "Pharmacy", "Farmasi"}
	SetupNext     = T{"Setelah selesai, lanjut ke", "When finished, go on to", "Sasampunipun rampung, lajeng dhateng"}
	SetupNextY    = T{"Nomor berikutnya dibuat otomatis.", "The next number is made by itself.", "Nomer salajengipun kadamel piyambak."}
	SetupNextNone = T{"Tidak ke mana-mana", "Nowhere", "Boten dhateng pundi-pundi"}
	SetupPoli     = T{"Kode poli BPJS", "BPJS code of the clinic", "Kodhe poli BPJS"}
	SetupPoliY    = T{"Contoh: ANA.", "For example: ANA.", "Tuladha: ANA."}
	SetupDoctor   = T{"Kode dokter BPJS", "BPJS code of the doctor", "Kodhe dhokter BPJS"}
	SetupDoctorY  = T{"Angka dari HFIS.", "The figure from HFIS.", "Angka saking HFIS."}

	SetupSave       = T{"Simpan", "Save", "Simpen"}
	SetupSaved      = T{"Tersimpan dan langsung berlaku.", "Saved, and in force at once.", "Sampun kasimpen lan langsung lumampah."}
	SetupAllSaved   = T{"Semua tersimpan", "Everything is saved", "Sedaya sampun kasimpen"}
	SetupRevert     = T{"Buang perubahan", "Drop the changes", "Bucal ewahan"}
	SetupMeanwhile  = T{"Rekan Anda baru saja mengubah antrean ini", "A colleague has just changed this queue", "Rencang panjenengan nembe ngewahi antrian punika"}
	SetupMeanwhileY = T{"Tulisan Anda belum tersimpan. Yang berbeda: {0}.", "Yours is not saved. What differs: {0}.", "Seratan panjenengan dereng kasimpen. Ingkang beda: {0}."}
	SetupTheirs     = T{"Pakai punya rekan", "Use theirs", "Agem gadhahanipun rencang"}
	SetupMine       = T{"Simpan punya saya", "Save mine", "Simpen gadhahan kula"}

	SetupLeaves     = T{"Cuti dan hari tutup", "Leave and closed days", "Prei lan dinten tutup"}
	SetupLeaveNew   = T{"Tutup beberapa hari", "Close for some days", "Tutup sawetawis dinten"}
	SetupLeaveNewY  = T{"Dokter cuti, rapat, perbaikan ruang", "Doctor on leave, meeting, repairs", "Dhokter prei, rapat, ndandosi ruang"}
	SetupFrom       = T{"Dari tanggal", "From", "Saking tanggal"}
	SetupTo         = T{"Sampai tanggal", "To", "Dumugi tanggal"}
	SetupReason     = T{"Alasan", "Reason", "Sebab"}
	SetupReasonY    = T{"Dibaca warga. Contoh: dr. Ratna cuti.", "Citizens read it. For example: dr. Ratna is on leave.", "Dipunwaos warga. Tuladha: dr. Ratna prei."}
	SetupLeaveGo    = T{"Tutup tanggal ini", "Close these days", "Tutup tanggal punika"}
	SetupLeaveAsk   = T{"Tutup {0}?", "Close {0}?", "Nutup {0}?"}
	SetupLeaveWhy   = T{"Nomor yang sudah diambil pada tanggal itu dibatalkan. Warganya dikabari dan ditawari hari lain.", "Numbers taken for these days are cancelled. Their holders are told and offered another day.", "Nomer ingkang sampun kapendhet kabatalaken. Warganipun dipunkabari lan katawani dinten sanes."}
	SetupLeaveYes   = T{"Ya, tutup dan kabari warga", "Yes, close and tell citizens", "Inggih, tutup lan kabari warga"}
	SetupLeaveDone  = T{"Ditutup. {0} nomor dibatalkan, warganya sudah dikabari.", "Closed. {0} numbers were cancelled and their holders told.", "Sampun katutup. {0} nomer kabatalaken, warganipun sampun dipunkabari."}
	SetupLeaveEnd   = T{"Buka lagi", "Open again", "Bikak malih"}
	SetupLeaveBack  = T{"Buka lagi {0}?", "Open {0} again?", "Mbikak malih {0}?"}
	SetupLeaveBackY = T{"Nomor yang sudah dibatalkan tidak kembali. Warga bisa mengambil nomor baru.", "Cancelled numbers do not come back. Citizens can take new ones.", "Nomer ingkang sampun kabatalaken boten wangsul. Warga saged mendhet malih."}
	SetupLeaveEnded = T{"Hari itu dibuka lagi.", "These days are open again.", "Dinten punika kabikak malih."}
	SetupStruck     = T{"{0} nomor dibatalkan", "{0} numbers cancelled", "{0} nomer kabatalaken"}
	SetupStruckNone = T{"Tidak ada nomor yang terkena", "No numbers affected", "Boten wonten nomer ingkang kenging"}
)

// What happened in a queue, in figures.
var (
	FiguresTitle     = T{"Angka", "Figures", "Angka"}
	FiguresSpan      = T{"Hari yang ditampilkan", "Days shown", "Dinten ingkang katampilaken"}
	FiguresLast      = T{"{0} hari terakhir", "Last {0} days", "{0} dinten pungkasan"}
	FiguresShow      = T{"Tampilkan", "Show", "Tampilaken"}
	FiguresNone      = T{"Belum ada angka", "No figures yet", "Dereng wonten angka"}
	FiguresNoneY     = T{"Tidak ada nomor yang diambil pada hari-hari ini.", "No numbers were taken on these days.", "Boten wonten nomer ingkang kapendhet ing dinten punika."}
	FiguresOfTaken   = T{"dari {0} nomor diambil", "of {0} numbers taken", "saking {0} nomer kapendhet"}
	FiguresWait      = T{"Menunggu", "Waited", "Ngentosi"}
	FiguresWaitY     = T{"separuh orang lebih cepat", "half waited less", "sepalih tiyang langkung rikat"}
	FiguresVisit     = T{"Dilayani", "At the counter", "Kaladosan"}
	FiguresVisitY    = T{"per orang, biasanya", "per person, usually", "saben tiyang, limrahipun"}
	FiguresAbsentY   = T{"{0} orang dipanggil, tidak datang", "{0} called, never came", "{0} tiyang dipuntimbali, boten rawuh"}
	FiguresPeople    = T{"Orang dilayani per jam", "People served per hour", "Tiyang kaladosan saben jam"}
	FiguresWaits     = T{"Lama menunggu per jam, menit", "Wait by hour, minutes", "Dangunipun ngentosi saben jam, menit"}
	FiguresBusy      = T{"Paling ramai pukul {0}. Rata-rata per hari buka.", "Busiest at {0}. Mean per open day.", "Paling rame tabuh {0}. Rata-rata saben dinten bikak."}
	FiguresLong      = T{"Paling lama pukul {0}: separuh orang menunggu lebih dari {1} menit.", "Longest at {0}: half waited more than {1} minutes.", "Paling dangu tabuh {0}: sepalih tiyang ngentosi langkung saking {1} menit."}
	FiguresHonest    = T{"Seberapa jujur perkiraan kami", "How honest our estimates are", "Sepinten leresipun kinten-kinten kita"}
	FiguresHits      = T{"Dari {0} perkiraan terakhir, {1}% benar dalam rentang lebar (seharusnya 90%) dan {2}% dalam rentang sempit (seharusnya 50%).", "Of the last {0} estimates, {1}% held within the wide range (90% is right) and {2}% within the narrow one (50% is right).", "Saking {0} kinten-kinten pungkasan, {1}% leres ing rentang wiyar (kedahipun 90%) lan {2}% ing rentang ciyut (kedahipun 50%)."}
	FiguresHitsNone  = T{"Belum ada perkiraan yang bisa dibandingkan.", "No estimates to compare yet.", "Dereng wonten kinten-kinten ingkang saged katandhingaken."}
	FiguresByDay     = T{"Per hari", "By day", "Saben dinten"}
	FiguresDay       = T{"Hari", "Day", "Dinten"}
	FiguresTaken     = T{"Diambil", "Taken", "Kapendhet"}
	FiguresCancelled = T{"Batal", "Cancelled", "Batal"}
	FiguresUnserved  = T{"Tak sempat", "Not reached", "Boten kaladosan"}
	FiguresWaitCol   = T{"Tunggu, mnt", "Wait, min", "Ngentosi, mnt"}
	FiguresWait90    = T{"Tunggu 9 dari 10", "Wait, 9 of 10", "Ngentosi 9 saking 10"}
	FiguresVisitCol  = T{"Layanan, mnt", "Visit, min", "Ladosan, mnt"}
	FiguresCSV       = T{"Unduh CSV", "Download CSV", "Undhuh CSV"}
)
