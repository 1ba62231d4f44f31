package words

// What the desk says of conversations with people.
var (
	TalksTitle    = T{"Pesan warga", "Citizens' messages", "Pesen warga"}
	TalksRow      = T{"Balasan warga yang menunggu jawaban", "Replies of citizens that wait for an answer", "Wangsulan warga ingkang ngentosi"}
	TalksAbout    = T{"Yang paling lama menunggu ada di atas.", "Who has waited longest stands first.", "Ingkang paling dangu ngentosi wonten ing nginggil."}
	TalksFind     = T{"Cari nama atau isi pesan", "Find a name or a message", "Pados nami utawi isi pesen"}
	TalksFilter   = T{"Saring percakapan", "Filter conversations", "Saring rembagan"}
	TalksWaiting  = T{"Menunggu", "Waiting", "Ngentosi"}
	TalksMine     = T{"Saya pegang", "Mine", "Kula asta"}
	TalksAll      = T{"Semua", "All", "Sedaya"}
	TalksCount    = T{"{0} orang menunggu jawaban", "{0} people wait for an answer", "{0} tiyang ngentosi wangsulan"}
	TalksNobody   = T{"Tidak ada yang menunggu", "Nobody is waiting", "Boten wonten ingkang ngentosi"}
	TalksNone     = T{"Semua sudah dijawab", "All are answered", "Sedaya sampun dipunwangsuli"}
	TalksNoneY    = T{"Balasan warga muncul di sini begitu mereka menulis.", "What citizens reply appears here as they write.", "Wangsulan warga katingal ing ngriki menawi sampun nyerat."}
	TalksNoMatch  = T{"Tidak ada yang cocok", "Nothing matches", "Boten wonten ingkang cocog"}
	TalksNoMatchY = T{"Coba kata lain, atau lihat semua percakapan.", "Try another word, or see all conversations.", "Mangga nyobi tembung sanes, utawi mirsani sedaya."}
	TalkSince     = T{"Menunggu, {0}", "Waiting, {0}", "Ngentosi, {0}"}
	TalkAnswered  = T{"Terjawab", "Answered", "Kawangsulan"}
	TalkClosed    = T{"Selesai", "Closed", "Rampung"}
	TalkFree      = T{"Belum ada yang pegang", "Nobody has it yet", "Dereng wonten ingkang ngasta"}
	TalkYours     = T{"Anda pegang", "You have it", "Panjenengan asta"}
	TalkTheirs    = T{"{0} pegang", "{0} has it", "{0} ngasta"}
	TalkNoName    = T{"Warga tanpa nama", "Citizen without a name", "Warga tanpa nami"}

	TalkTake      = T{"Saya pegang", "I take it", "Kula asta"}
	TalkTakeY     = T{"Nama Anda terlihat oleh warga.", "The citizen sees your name.", "Nami panjenengan katingal dening warga."}
	TalkOver      = T{"Ambil alih", "Take it over", "Pundhut"}
	TalkOverAsk   = T{"Ambil alih dari {0}?", "Take it over from {0}?", "Dipunpundhut saking {0}?"}
	TalkOverY     = T{"{0} tidak bisa menjawab lagi, dan warga melihat nama Anda.", "{0} can no longer answer, and the citizen sees your name.", "{0} boten saged mangsuli malih, lan warga mirsani nami panjenengan."}
	TalkGiveBack  = T{"Kembalikan", "Give it back", "Wangsulaken"}
	TalkHand      = T{"Serahkan", "Hand it over", "Pasrahaken"}
	TalkHandTo    = T{"Serahkan ke rekan", "Hand it to a colleague", "Pasrahaken dhateng rencang"}
	TalkHandY     = T{"Rekan menemukannya di bawah Saya pegang.", "The colleague finds it under Mine.", "Rencang manggihaken ing Kula asta."}
	TalkTaken     = T{"Sekarang Anda yang pegang.", "It is yours now.", "Sapunika panjenengan ingkang ngasta."}
	TalkGiven     = T{"Dikembalikan. Rekan bisa memegangnya.", "Given back. A colleague may take it.", "Sampun kawangsulaken. Rencang saged ngasta."}
	TalkHanded    = T{"Diserahkan ke {0}.", "Handed to {0}.", "Sampun kapasrahaken dhateng {0}."}
	TalkWasTaken  = T{"{0} lebih dulu memegang percakapan ini.", "{0} was first to take this conversation.", "{0} langkung rumiyin ngasta rembagan punika."}
	TalkAnswer    = T{"Jawaban", "Answer", "Wangsulan"}
	TalkAnswerY   = T{"{0} membaca ini di kotak masuknya, dari {1}.", "{0} reads this in their inbox, from {1}.", "{0} maos punika ing kothak mlebet, saking {1}."}
	TalkSend      = T{"Kirim jawaban", "Send the answer", "Kintun wangsulan"}
	TalkSendClose = T{"Kirim dan selesai", "Send and close", "Kintun lan rampung"}
	TalkClose     = T{"Tidak perlu dijawab", "Needs no answer", "Boten perlu dipunwangsuli"}
	TalkSent      = T{"Jawaban terkirim.", "The answer is sent.", "Wangsulan sampun kakintun."}
	TalkDone      = T{"Percakapan selesai. Terbuka lagi kalau dia menulis.", "Closed. It opens again when they write.", "Rembagan rampung. Kabikak malih menawi piyambakipun nyerat."}
	TalkNext      = T{"Berikutnya", "Next", "Salajengipun"}
	TalkNoNext    = T{"Tidak ada lagi yang menunggu.", "Nobody else is waiting.", "Sampun boten wonten ingkang ngentosi."}
	TalkNew       = T{"{0} baru saja menulis lagi", "{0} has just written again", "{0} nembe nyerat malih"}
	TalkNewY      = T{"Baca dulu sebelum menjawab.", "Read it before you answer.", "Mangga dipunwaos rumiyin."}
	TalkSaid      = T{"Yang sudah dibicarakan", "What was said", "Ingkang sampun dipunrembag"}
	TalkTold      = T{"Kabar dari dinas", "Told by the agency", "Pawartos saking dinas"}
	TalkKeys      = T{"Tombol papan ketik", "Keys", "Tombol papan ketik"}
	TalkKeyTake   = T{"pegang percakapan", "take the conversation", "ngasta rembagan"}
	TalkKeyWrite  = T{"tulis jawaban", "write the answer", "nyerat wangsulan"}
	TalkKeySend   = T{"kirim jawaban", "send the answer", "ngintun wangsulan"}
	TalkKeyNext   = T{"percakapan berikutnya", "next conversation", "rembagan salajengipun"}
	TalkKeyFind   = T{"cari", "find", "pados"}
	TalkKeyMove   = T{"turun dan naik", "down and up", "mandhap lan minggah"}
	TalkKeyOpen   = T{"buka", "open", "bikak"}
)

// What the desk says of the words of messages.
var (
	TemplatesTitle  = T{"Kata-kata pesan", "Words of messages", "Tembung pesen"}
	TemplatesRow    = T{"Bunyi kabar untuk warga, dalam tiga bahasa", "What citizens are told, in three languages", "Ungeling pawartos kangge warga, ing tigang basa"}
	TemplatesAbout  = T{"Bunyi kabar yang sampai ke warga.", "What news to citizens says.", "Ungeling pawartos ingkang dumugi warga."}
	TemplatesOf     = T{"Dinas", "Agency", "Dinas"}
	TemplatesNone   = T{"Tidak ada dinas di sini", "No agency here", "Boten wonten dinas ing ngriki"}
	TemplatesNoneY  = T{"Hak Anda belum menyebut satu dinas pun.", "Your role names no agency yet.", "Hak panjenengan dereng nyebat dinas."}
	TemplateHouse   = T{"Kata bawaan", "The house's words", "Tembung griya"}
	TemplateOwn     = T{"Kata sendiri, versi {0}", "Own words, version {0}", "Tembung piyambak, versi {0}"}
	TemplateLang    = T{"Bahasa pesan", "Language of the message", "Basa pesen"}
	TemplateSubject = T{"Judul", "Title", "Irah-irahan"}
	TemplateBody    = T{"Isi", "Text", "Isi"}
	TemplateLong    = T{"Baris pertama di layar kunci. Sekitar 50 huruf masih utuh.", "The first line on a lock screen. About 50 letters fit.", "Larik sepisan ing layar kunci. Udakawis 50 aksara taksih wetah."}
	TemplateLetters = T{"{0} dari {1} huruf", "{0} of {1} letters", "{0} saking {1} aksara"}
	TemplateInsert  = T{"Sisipkan", "Insert", "Selapaken"}
	TemplateInsertY = T{"Diganti dengan isi sebenarnya saat dikirim. Yang bertanda harus disebut.", "Replaced by what it stands for. Those marked must be named.", "Dipungantos isi sejatosipun nalika dipunkintun. Ingkang katandhan kedah kasebat."}
	TemplateNeeded  = T{"harus disebut", "must be named", "kedah kasebat"}
	TemplateAdd     = T{"Sisipkan {0}", "Insert {0}", "Selapaken {0}"}
	TemplateEmpty   = T{"Kosong, jadi warga membaca kata bawaan.", "Empty, so citizens read the house's words.", "Suwung, dados warga maos tembung griya."}
	TemplateClear   = T{"Pakai kata bawaan", "Use the house's words", "Agem tembung griya"}
	TemplateLock    = T{"Di layar kunci", "On the lock screen", "Ing layar kunci"}
	TemplateInbox   = T{"Di kotak masuk", "In the inbox", "Ing kothak mlebet"}
	TemplatePrivate = T{"Layar kunci pribadi", "Private lock screen", "Layar kunci pribadi"}
	TemplateNow     = T{"sekarang", "now", "sapunika"}
	TemplateSample  = T{"Contoh dengan isi karangan", "An example with made-up content", "Tuladha mawi isi reka-rekan"}
	TemplateQuiet   = T{"Hanya di kotak masuk, tidak berbunyi.", "In the inbox only; it does not ring.", "Namung ing kothak mlebet, boten mungel."}
	TemplateUrgent  = T{"Segera, juga di jam tenang", "At once, in quiet hours too", "Sanalika, ugi ing jam tentrem"}
	TemplateSoon    = T{"Dalam satu jam", "Within the hour", "Salebetipun setunggal jam"}
	TemplateCalm    = T{"Santai, dalam beberapa hari", "Any time in the next days", "Sakeca, salebetipun sawetawis dinten"}
)

// ToldNames are what the desk calls each kind of message.
var ToldNames = map[string]T{
	"queue_taken":     {"Nomor diambil", "A number was taken", "Nomer kapundhut"},
	"queue_near":      {"Giliran sudah dekat", "The turn is near", "Giliran sampun celak"},
	"queue_next":      {"Berikutnya giliran dia", "Next in line", "Salajengipun giliranipun"},
	"queue_leave":     {"Saatnya berangkat", "Time to leave", "Wancinipun bidhal"},
	"queue_called":    {"Dipanggil ke loket", "Called to a counter", "Katimbalan dhateng loket"},
	"queue_skipped":   {"Dipanggil, tidak menjawab", "Called, no answer", "Katimbalan, boten mangsuli"},
	"queue_absent":    {"Dilewati karena tidak hadir", "Passed over: nobody came", "Kalangkungan amargi boten rawuh"},
	"queue_back":      {"Kembali ke antrean", "Back in the line", "Wangsul dhateng antrean"},
	"queue_moved":     {"Pindah antrean", "Moved to another queue", "Pindhah antrean"},
	"queue_onward":    {"Nomor untuk tahap berikut", "Number of the next stage", "Nomer tahap salajengipun"},
	"queue_stranded":  {"Tahap berikut belum ada nomor", "No number for the next stage", "Tahap salajengipun dereng wonten nomer"},
	"queue_paused":    {"Antrean berhenti sebentar", "The queue is paused", "Antrean kendel sakedhap"},
	"queue_resumed":   {"Antrean lanjut lagi", "The queue goes on", "Antrean lajeng malih"},
	"queue_cancelled": {"Hari dibatalkan", "The day is cancelled", "Dinten kabatalaken"},
	"queue_unserved":  {"Tutup sebelum terlayani", "Closed before being served", "Tutup saderengipun kaladosan"},
	"queue_rate":      {"Minta penilaian", "Asks for a rating", "Nyuwun pambiji"},
	"account_signin":  {"Masuk di perangkat baru", "Signed in on a new device", "Mlebet ing piranti enggal"},
	"account_opened":  {"Data dibuka petugas", "An officer opened data", "Data kabikak petugas"},
	"account_trial":   {"Percobaan kabar", "Trial message", "Pacoban pawartos"},
	"news":            {"Pengumuman", "Announcement", "Wara-wara"},
	"talk_answer":     {"Jawaban petugas", "An officer's answer", "Wangsulan petugas"},
	"permit_moved":    {"Izin pindah tahap", "Application at another stage", "Ijin pindhah tahap"},
	"permit_turn":     {"Izin menunggu pemohon", "Application waits for the applicant", "Ijin ngentosi panyuwun"},
	"permit_draft":    {"Isian belum terkirim", "Not sent yet", "Isian dereng kakintun"},
	"permit_issued":   {"Izin terbit", "Document issued", "Ijin kababar"},
	"permit_date":     {"Tanggal janji berubah", "The promised day changed", "Tanggal janji ewah"},
	"desk_due":        {"Tenggat petugas", "An officer's deadline", "Wates wekdal petugas"},
	"desk_load":       {"Beban petugas", "An officer's load", "Momotan petugas"},
	"desk_deputy":     {"Pengganti petugas", "Standing in for an officer", "Gantos petugas"},
	"report_moved":    {"Laporan pindah tahap", "Report at another stage", "Lapuran pindhah tahap"},
	"report_done":     {"Laporan ditangani", "Report dealt with", "Lapuran katangani"},
}

// ToldTopics are what the desk calls the topics of messages.
var ToldTopics = map[string]T{
	"queue":   {"Antrean", "Queues", "Antrean"},
	"permit":  {"Izin dan surat", "Permits and papers", "Ijin lan serat"},
	"report":  {"Laporan", "Reports", "Lapuran"},
	"account": {"Percakapan dan akun", "Conversations and account", "Rembagan lan akun"},
	"news":    {"Pengumuman", "Announcements", "Wara-wara"},
}

// ToldSamples are what the variables of messages stand for in a preview.
var ToldSamples = map[string]T{
	"nomor":      {"A-041", "A-041", "A-041"},
	"nomor_baru": {"F-017", "F-017", "F-017"},
	"antrean":    {"Poli Anak", "Poli Anak", "Poli Anak"},
	"tempat":     {"Puskesmas Contoh", "Puskesmas Contoh", "Puskesmas Contoh"},
	"untuk":      {"untuk Bintang", "for Bintang", "kangge Bintang"},
	"hari":       {"Jumat, 27 November", "Friday, 27 November", "Jemuwah, 27 November"},
	"kira":       {"09.40–09.55", "09.40–09.55", "09.40–09.55"},
	"sisa":       {"3", "3", "3"},
	"loket":      {"Ruang 3", "Ruang 3", "Ruang 3"},
	"jam":        {"09.42", "09.42", "09.42"},
	"ke":         {"Farmasi", "Farmasi", "Farmasi"},
	"alasan":     {"Listrik padam", "The power is out", "Listrik pejah"},
	"petugas":    {"Rini Contoh", "Rini Contoh", "Rini Contoh"},
	"isi":        {"Besok buka lagi pukul 07.00.", "Open again tomorrow at 07.00.", "Benjing bikak malih tabuh 07.00."},
	"judul":      {"Air bersih mati sampai sore", "No water until the afternoon", "Toya resik pejah ngantos sonten"},
	"layanan":    {"Surat keterangan domisili", "Letter of residence", "Serat katrangan domisili"},
	"tahap":      {"sedang diperiksa", "being checked", "saweg kapriksa"},
	"tanggal":    {"Kamis, 26 November", "Thursday, 26 November", "Kemis, 26 November"},
	"permintaan": {"Foto KK perlu diganti.", "The photo of the KK must be replaced.", "Foto KK perlu dipungantos."},
	"keterangan": {"Selesai paling lambat Kamis, 26 November.", "Done by Thursday, 26 November at the latest.", "Rampung paling lambat Kemis, 26 November."},
	"laporan":    {"jalan berlubang", "pothole", "margi kerung"},
}

// What the desk says of announcements.
var (
	NewsTitle     = T{"Pengumuman", "Announcements", "Wara-wara"}
	NewsRow       = T{"Kabar untuk satu wilayah atau satu antrean", "News to an area or a queue", "Pawartos kangge satunggal wewengkon utawi antrean"}
	NewsAbout     = T{"Dikirim setelah disetujui orang kedua.", "Sent once a second person approves.", "Kakintun sasampunipun dipunsarujuki tiyang kalih."}
	NewsNew       = T{"Pengumuman baru", "New announcement", "Wara-wara enggal"}
	NewsFilter    = T{"Saring pengumuman", "Filter announcements", "Saring wara-wara"}
	NewsWritten   = T{"Menunggu persetujuan", "Waits for approval", "Ngentosi pasarujukan"}
	NewsSent      = T{"Terkirim", "Sent", "Kakintun"}
	NewsWithdrawn = T{"Ditarik", "Withdrawn", "Katarik"}
	NewsNone      = T{"Belum ada pengumuman", "No announcements yet", "Dereng wonten wara-wara"}
	NewsNoneY     = T{"Tulis satu, lalu minta rekan menyetujuinya.", "Write one, then ask a colleague to approve it.", "Mangga nyerat satunggal, lajeng nyuwun pasarujukan rencang."}
	NewsBy        = T{"Ditulis {0}, {1}", "Written by {0}, {1}", "Kaserat {0}, {1}"}
	NewsWrote     = T{"Menulis, {0}", "Wrote it, {0}", "Nyerat, {0}"}
	NewsAgreed    = T{"Menyetujui, {0}", "Approved it, {0}", "Nyarujuki, {0}"}
	NewsReadOf    = T{"Dibaca {0} dari {1} orang", "Read by {0} of {1} people", "Kawaos {0} saking {1} tiyang"}
	NewsUrgent    = T{"Darurat", "Urgent", "Darurat"}
	NewsYourMove  = T{"Menunggu Anda", "Waits for you", "Ngentosi panjenengan"}

	NewsFrom      = T{"Atas nama", "In the name of", "Asta nami"}
	NewsTo        = T{"Untuk siapa", "For whom", "Kangge sinten"}
	NewsToAll     = T{"Seluruh {0}", "All of {0}", "Sedaya {0}"}
	NewsToArea    = T{"Satu kecamatan atau desa", "A kecamatan or desa", "Satunggal kecamatan utawi desa"}
	NewsToQueue   = T{"Yang menunggu di antrean", "Those waiting in a queue", "Ingkang ngentosi ing antrean"}
	NewsDistrict  = T{"Kecamatan", "Kecamatan", "Kecamatan"}
	NewsVillage   = T{"Desa atau kelurahan", "Desa or kelurahan", "Desa utawi kelurahan"}
	NewsWhole     = T{"Seluruh kecamatan", "All of the kecamatan", "Sedaya kecamatan"}
	NewsQueue     = T{"Antrean hari ini", "Queue of today", "Antrean dinten punika"}
	NewsQueueOne  = T{"{0}, {1} menunggu", "{0}, {1} waiting", "{0}, {1} ngentosi"}
	NewsQueueNone = T{"Tidak ada yang menunggu di antrean dinas ini sekarang.", "Nobody waits in a queue of this agency now.", "Boten wonten ingkang ngentosi ing antrean dinas punika."}
	NewsReach     = T{"{0} orang menerima", "{0} people get it", "{0} tiyang nampi"}
	NewsReachDev  = T{"{0} perangkat berbunyi", "{0} devices ring", "{0} piranti mungel"}
	NewsReachMute = T{"{0} perangkat membisukan kabar dan tidak berbunyi", "{0} devices muted news and do not ring", "{0} piranti mbisokaken pawartos lan boten mungel"}
	NewsReachNone = T{"Belum ada orang di sini.", "Nobody is here yet.", "Dereng wonten tiyang ing ngriki."}
	NewsReachWait = T{"Menghitung orangnya", "Counting people", "Ngetang tiyangipun"}
	NewsReachAsk  = T{"Pilih dulu untuk siapa.", "Choose for whom first.", "Mangga milih kangge sinten rumiyin."}
	NewsHead      = T{"Judul", "Title", "Irah-irahan"}
	NewsHeadY     = T{"Apa yang terjadi, dalam satu baris.", "What happens, in one line.", "Punapa ingkang kelampahan, ing satunggal larik."}
	NewsText      = T{"Isi", "Text", "Isi"}
	NewsTextY     = T{"Sampai kapan, dan apa yang perlu dilakukan warga.", "Until when, and what citizens should do.", "Ngantos kapan, lan punapa ingkang perlu dipuntindakaken warga."}
	NewsMore      = T{"Bahasa lain", "Other languages", "Basa sanes"}
	NewsMoreY     = T{"Yang kosong dibaca dalam bahasa Indonesia.", "What is empty is read in Indonesian.", "Ingkang suwung kawaos ing basa Indonesia."}
	NewsUrgentY   = T{"Berbunyi di jam tenang dan di HP yang dibisukan. Untuk banjir, bukan pameran.", "It rings in quiet hours and on muted phones. For a flood, not a fair.", "Mungel ing jam tentrem lan ing HP ingkang dipunbisokaken. Kangge banjir, sanes pameran."}
	NewsUrgentIs  = T{"Darurat: berbunyi juga di jam tenang", "Urgent: it rings in quiet hours too", "Darurat: mungel ugi ing jam tentrem"}
	NewsSave      = T{"Simpan untuk disetujui", "Save for approval", "Simpen kangge dipunsarujuki"}
	NewsSaved     = T{"Tersimpan. Minta rekan membuka dan menyetujuinya.", "Saved. Ask a colleague to open and approve it.", "Sampun kasimpen. Mangga nyuwun rencang mbikak lan nyarujuki."}
	NewsEdit      = T{"Ubah", "Change", "Ewahi"}
	NewsCancel    = T{"Batal ubah", "Leave as it was", "Boten sios"}
	NewsApprove   = T{"Setujui dan kirim", "Approve and send", "Sarujuki lan kintun"}
	NewsApproveQ  = T{"Kirim ke {0} orang sekarang?", "Send to {0} people now?", "Dipunkintun dhateng {0} tiyang sapunika?"}
	NewsApproveY  = T{"Tidak bisa ditarik lagi setelah terkirim.", "It cannot be taken back once it is sent.", "Boten saged katarik malih sasampunipun kakintun."}
	NewsOwn       = T{"Anda yang terakhir menulis, jadi rekan Anda yang menyetujui.", "You wrote it last, so a colleague must approve it.", "Panjenengan ingkang pungkasan nyerat, dados rencang ingkang nyarujuki."}
	NewsDone      = T{"Terkirim ke {0} orang.", "Sent to {0} people.", "Sampun kakintun dhateng {0} tiyang."}
	NewsPull      = T{"Tarik", "Withdraw", "Tarik"}
	NewsPullQ     = T{"Tarik pengumuman ini?", "Withdraw this announcement?", "Wara-wara punika dipuntarik?"}
	NewsPullY     = T{"Tidak jadi dikirim. Catatannya tetap ada.", "It is not sent. Its record stays.", "Boten sios kakintun. Cathetanipun tetep wonten."}
	NewsPullWhy   = T{"Alasan", "Reason", "Alesan"}
	NewsPulled    = T{"Pengumuman ditarik.", "Announcement withdrawn.", "Wara-wara sampun katarik."}
	NewsPulledFor = T{"Ditarik: {0}", "Withdrawn: {0}", "Katarik: {0}"}
	NewsMeanwhile = T{"Rekan Anda mengubahnya lebih dulu", "A colleague was faster", "Rencang panjenengan langkung rumiyin"}
	NewsNewest    = T{"Pakai yang terbaru", "Take the newest", "Agem ingkang enggal"}
	NewsAsSent    = T{"Yang dibaca warga", "What citizens read", "Ingkang kawaos warga"}
	NewsReceived  = T{"Diterima", "Received", "Katampi"}
	NewsRead      = T{"Dibaca", "Read", "Kawaos"}
	NewsReadPart  = T{"{0} dari penerima", "{0} of those told", "{0} saking panampi"}
	NewsPeople    = T{"orang", "people", "tiyang"}
)

// What the desk says of figures.
var (
	ToldFigures   = T{"Sampai atau tidak", "Did it arrive", "Dumugi punapa boten"}
	ToldFiguresY  = T{"Apa yang terjadi dengan kabar yang dikirim", "What became of messages", "Punapa ingkang kelampahan kaliyan pawartos"}
	ToldAbout     = T{"Angka apa adanya, juga yang gagal.", "Figures as they are, failures too.", "Angka punapa wontenipun, ugi ingkang gagal."}
	ToldAll       = T{"Semua dinas", "All agencies", "Sedaya dinas"}
	ToldMessages  = T{"Kabar", "Messages", "Pawartos"}
	ToldMessagesY = T{"{0} dibaca di kotak masuk", "{0} read in the inbox", "{0} kawaos ing kothak mlebet"}
	ToldDelivered = T{"Sampai di HP", "Reached phones", "Dumugi HP"}
	ToldDeliverY  = T{"{0} dari {1} kiriman", "{0} of {1} pushes", "{0} saking {1} kintunan"}
	ToldOpened    = T{"Dibuka", "Opened", "Kabikak"}
	ToldOpenedY   = T{"{0} kali dari HP", "{0} times from a phone", "kaping {0} saking HP"}
	ToldHalf      = T{"Separuh sampai dalam", "Half arrive within", "Sepalih dumugi salebetipun"}
	ToldMost      = T{"95% dalam {0}, jenis paling lambat", "95% within {0}, of the slowest kind", "95% salebetipun {0}, jinis paling alon"}
	ToldEmpty     = T{"Orang yang mengecek sendiri", "People who checked for themselves", "Tiyang ingkang mriksa piyambak"}
	ToldEmptySay  = T{"Dari {0} kali orang membuka status, {1} kali tidak ada yang baru.", "Of {0} times somebody opened a status, {1} times nothing was new.", "Saking kaping {0} tiyang mbikak status, kaping {1} boten wonten ingkang enggal."}
	ToldEmptyNone = T{"Belum ada yang membuka status pada hari-hari ini.", "Nobody opened a status on these days.", "Dereng wonten ingkang mbikak status ing dinten punika."}
	ToldEmptyY    = T{"Angka seluruh rumah. Makin sedikit yang sia-sia, makin baik kabar kita.", "Of the whole house. The fewer were in vain, the better we tell.", "Angka sagriya. Saya sekedhik ingkang muspra, saya sae pawartos kita."}
	ToldLooks     = T{"dibuka", "opened", "kabikak"}
	ToldVain      = T{"tidak ada yang baru", "nothing was new", "boten wonten ingkang enggal"}
	ToldByKind    = T{"Per jenis kabar", "By kind of message", "Saben jinis pawartos"}
	ToldKind      = T{"Jenis", "Kind", "Jinis"}
	ToldRead      = T{"Dibaca", "Read", "Kawaos"}
	ToldPushed    = T{"Dikirim ke HP", "Pushed", "Kakintun"}
	ToldShown     = T{"Tampil", "Shown", "Katingal"}
	ToldFailed    = T{"Gagal", "Failed", "Gagal"}
	ToldExpired   = T{"Basi", "Expired", "Kadaluwarsa"}
	ToldOther     = T{"SMS, WA, surel", "SMS, WA, mail", "SMS, WA, surel"}
	ToldTook      = T{"Separuh / 95%", "Half / 95%", "Sepalih / 95%"}
	ToldNone      = T{"Belum ada kabar terkirim", "No messages yet", "Dereng wonten pawartos"}
	ToldNoneY     = T{"Tidak ada kabar dari dinas Anda pada hari-hari ini.", "Your agency told nobody on these days.", "Boten wonten pawartos saking dinas panjenengan ing dinten punika."}
	ToldSeconds   = T{"{0} detik", "{0} s", "{0} detik"}
	ToldMillis    = T{"{0} md", "{0} ms", "{0} md"}
	ToldMinutes   = T{"{0} menit", "{0} min", "{0} menit"}
)
