package words

// What somebody reads who applies for a letter or a permit.
var (
	ApplyTitle     = T{"Ajukan {0}", "Apply for {0}", "Nyuwun {0}"}
	ApplyLead      = T{"Diisi dari HP, tanpa ke kantor. Isian tersimpan sendiri, jadi boleh dilanjutkan kapan saja.", "Done on the phone, without going to an office. What you write is kept, so you can go on whenever you like.", "Dipunisi saking HP, tanpa dhateng kantor. Isian kasimpen piyambak, dados saged dipunlajengaken samangsa-mangsa."}
	ApplyHereDo    = T{"Ajukan di sini", "Apply here", "Nyuwun ing mriki"}
	ApplyHereY     = T{"Cukup diisi dan difoto dari HP. Syarat dan langkah di bawah ini untuk yang datang ke kantor.", "Fill in and take photos on your phone. What to bring and the steps below are for those who come to the office.", "Cekap dipunisi lan dipunfoto saking HP. Sarat lan lampah ing ngandhap punika kangge ingkang rawuh ing kantor."}
	ApplyAsk       = T{"Yang akan ditanyakan", "What we will ask", "Ingkang badhe kataken"}
	ApplyPapers    = T{"Siapkan foto atau PDF dari:", "Have a photo or PDF of:", "Cawisaken foto utawi PDF saking:"}
	ApplyWay       = T{"Sesudah dikirim", "After it is sent", "Sasampunipun kakintun"}
	ApplyFor       = T{"Untuk siapa?", "For whom?", "Kangge sinten?"}
	ApplyAdd       = T{"Untuk anak atau orang tua? Tambahkan dulu", "For a child or a parent? Add them first", "Kangge putra utawi tiyang sepuh? Katambahaken rumiyin"}
	ApplyMe        = T{"Saya sendiri", "Myself", "Kula piyambak"}
	ApplyWhere     = T{"Diajukan ke mana?", "Where do you apply?", "Dipunsuwun dhateng pundi?"}
	ApplyStart     = T{"Mulai isi", "Start", "Wiwit ngisi"}
	ApplySignin    = T{"Masuk untuk mengajukan", "Sign in to apply", "Mlebet kangge nyuwun"}
	ApplySigninY   = T{"Cukup nomor HP. Data diri Anda terisi sendiri.", "A phone number is enough. What we know of you is filled in.", "Cekap nomer HP. Data panjenengan kaisi piyambak."}
	ApplyStaff     = T{"Permohonan diajukan lewat akun warga, bukan akun petugas.", "Applications are made from a citizen's account, not a staff account.", "Panyuwunan kadamel saking akun warga, sanes akun petugas."}
	ApplyGoOn      = T{"Lanjutkan yang belum terkirim", "Go on with the one not sent yet", "Lajengaken ingkang dereng kakintun"}
	ApplyCount     = T{"{0} langkah, {1} pertanyaan", "{0} steps, {1} questions", "{0} langkah, {1} pitakenan"}
	ApplyKnown     = T{"Diisi dari akun Anda, boleh diubah.", "Filled in from your account; you may change it.", "Kaisi saking akun panjenengan, kenging dipunewahi."}
	ApplyNone      = T{"Tidak diisi", "No answer", "Boten dipunisi"}
	ApplyLine      = T{"baris {0}", "line {0}", "larik {0}"}
	ApplyAddLine   = T{"Tambah baris", "Add a line", "Tambah larik"}
	ApplyPoint     = T{"Berdiri di tempatnya lalu tekan tombol di bawah, atau tempel angka dari peta.", "Stand there and press the button below, or paste the numbers from a map.", "Ngadega ing papanipun lajeng pencet tombol ing ngandhap, utawi tempel angka saking peta."}
	ApplyHere      = T{"Pakai letak HP ini", "Use where this phone is", "Ngangge panggenan HP punika"}
	ApplyPointLook = T{"Lihat di peta", "See it on the map", "Tingali ing peta"}
	PaperPreview   = T{"Pemohon mengunggah foto atau PDF di sini.", "Applicants send photos or a PDF here.", "Panyuwun ngunggah foto utawi PDF ing mriki."}

	// While it is filled in.
	FillTag       = T{"BELUM TERKIRIM", "NOT SENT YET", "DERENG KAKINTUN"}
	FillStep      = T{"Langkah {0} dari {1}", "Step {0} of {1}", "Langkah {0} saking {1}"}
	FillReview    = T{"Periksa lalu kirim", "Check, then send", "Priksa lajeng kintun"}
	FillReviewY   = T{"Langkah terakhir. Baca sekali lagi: yang dikirim tidak bisa diubah kecuali diminta petugas.", "The last step. Read it once more: what is sent can be changed only when an officer asks for it.", "Langkah pungkasan. Waosa sapisan malih: ingkang kakintun boten saged dipunewahi kajawi petugas nyuwun."}
	FillNext      = T{"Lanjut", "Next", "Lajeng"}
	FillPrevious  = T{"Sebelumnya", "Previous", "Saderengipun"}
	FillChange    = T{"Ubah", "Change", "Ewahi"}
	FillChangeOf  = T{"Ubah {0}", "Change {0}", "Ewahi {0}"}
	FillSend      = T{"Kirim", "Send", "Kintun"}
	FillBlank     = T{"Belum diisi", "Not answered", "Dereng dipunisi"}
	FillMissing   = T{"Masih ada {0} yang perlu dilengkapi", "{0} answers are still missing", "Taksih wonten {0} ingkang kedah dipunjangkepi"}
	FillMissingY  = T{"Ketuk untuk mengisi.", "Tap to fill in.", "Tutul kangge ngisi."}
	FillSaved     = T{"Tersimpan {0}", "Saved {0}", "Kasimpen {0}"}
	FillSaving    = T{"Menyimpan…", "Saving…", "Nyimpen…"}
	FillOnPhone   = T{"Tersimpan di HP ini saja", "Saved on this phone only", "Kasimpen ing HP punika kemawon"}
	FillOffline   = T{"Sedang tanpa internet", "You are offline", "Saweg tanpa internet"}
	FillOfflineY  = T{"Isian tersimpan di HP ini, pukul {0}. Dikirim setelah Anda tekan Kirim dan sinyal kembali.", "What you wrote is kept on this phone, {0}. It is sent once you press Send and the signal is back.", "Isian kasimpen ing HP punika, tabuh {0}. Kakintun sasampunipun panjenengan pencet Kintun lan sinyal wangsul."}
	FillElse      = T{"Diubah di HP lain", "Changed on another device", "Dipunewahi ing HP sanes"}
	FillElseY     = T{"Permohonan ini juga diisi dari perangkat lain. Pakai isian yang mana?", "This application was also filled in on another device. Which answers hold?", "Panyuwunan punika ugi dipunisi saking piranti sanes. Ngagem isian ingkang pundi?"}
	FillElseMine  = T{"Pakai isian di sini", "Use the answers here", "Ngagem isian ing mriki"}
	FillElseTheir = T{"Pakai isian dari perangkat lain", "Use those of the other device", "Ngagem isian saking piranti sanes"}
	FillFailed    = T{"Tidak terkirim: periksa lagi", "Not sent: look at it", "Boten kakintun: dipunpriksa malih"}
	FillWaits     = T{"Menunggu sinyal untuk dikirim", "Waiting for a signal to be sent", "Ngentosi sinyal kangge kakintun"}
	FillWaitsY    = T{"Permohonan lengkap. Begitu ada internet, terkirim sendiri, satu kali. Aplikasi boleh ditutup, lalu dibuka lagi saat ada sinyal.", "It is complete. As soon as there is internet it is sent by itself, once. You may close the app and open it again when there is a signal.", "Panyuwunan sampun jangkep. Menawi wonten internet kakintun piyambak, sapisan. Aplikasi kenging dipuntutup, lajeng kabikak malih menawi wonten sinyal."}
	FillGoes      = T{"Sedang dikirim", "Being sent", "Saweg kakintun"}
	FillGoesY     = T{"Foto dan berkas dikirim dulu, lalu permohonannya. Bila terputus, dilanjutkan sendiri.", "Photos and files go first, then the application. If the connection breaks it goes on by itself.", "Foto lan berkas kakintun rumiyin, lajeng panyuwunanipun. Menawi pedhot, kalajengaken piyambak."}
	FillHold      = T{"Jangan kirim dulu", "Do not send it yet", "Sampun dipunkintun rumiyin"}
	FillDrop      = T{"Hapus isian ini", "Delete this", "Busak isian punika"}
	FillDropAsk   = T{"Hapus isian {0}?", "Delete {0}?", "Busak isian {0}?"}
	FillDropY     = T{"Semua yang sudah diisi hilang dan tidak bisa dikembalikan.", "All that was filled in is gone and does not come back.", "Sedaya ingkang sampun dipunisi ical lan boten saged wangsul."}
	FillDropped   = T{"Isian sudah dihapus.", "It is deleted.", "Isian sampun kabusak."}
	FillMove      = T{"Lanjutkan di perangkat lain", "Go on on another device", "Lajengaken ing piranti sanes"}
	FillMoveY     = T{"Pindai kode ini di perangkat lain, lalu masuk dengan nomor HP yang sama.", "Scan this with the other device and sign in with the same number.", "Pindhai kode punika ing piranti sanes, lajeng mlebet mawi nomer HP ingkang sami."}
	FillMoveAlt   = T{"Kode QR menuju permohonan ini", "QR code that leads to this application", "Kode QR tumuju panyuwunan punika"}
	FillUntil     = T{"Disimpan sampai {0}, sesudah itu dihapus bila tidak dikirim.", "Kept until {0}; then it is deleted unless it is sent.", "Kasimpen dumugi {0}, sasampunipun kabusak menawi boten kakintun."}

	// Files.
	PaperCamera  = T{"Ambil foto", "Take a photo", "Pendhet foto"}
	PaperPick    = T{"Pilih berkas", "Choose a file", "Pilih berkas"}
	StatusErased = T{"Isian dan berkas dihapus {0}, setelah masa simpannya habis. Suratnya tetap milik Anda.", "Answers and files were erased on {0}, when their time was over. The letter stays yours.", "Isian lan berkas kabusak {0}, sasampunipun wekdal simpenipun telas. Seratipun tetep kagungan panjenengan."}
	PaperOwn     = T{"Pakai surat saya", "Use a letter of mine", "Ngagem serat kula"}
	PaperOwnAsk  = T{"Surat mana?", "Which letter?", "Serat ingkang pundi?"}
	PaperOwnY    = T{"Surat yang terbit di sini tidak perlu dicetak dan difoto. Petugas melihat bahwa suratnya asli.", "A letter issued here need not be printed and photographed. The officer sees that it is genuine.", "Serat ingkang medal ing ngriki boten perlu kacithak lan kafoto. Petugas pirsa bilih seratipun asli."}
	PaperOwnIs   = T{"Surat Anda, sudah terbukti asli", "Your letter, known to be genuine", "Serat panjenengan, sampun kabukten asli"}
	PaperRemove  = T{"Hapus {0}", "Remove {0}", "Busak {0}"}
	PaperSeeOf   = T{"Lihat {0}", "See {0}", "Tingali {0}"}
	PaperWaits   = T{"Tersimpan di HP ini, menunggu sinyal", "Kept on this phone, waiting for a signal", "Kasimpen ing HP punika, ngentosi sinyal"}
	PaperQueued  = T{"{0}, menunggu giliran dikirim", "{0}, about to be sent", "{0}, ngentosi dipunkintun"}
	PaperSending = T{"Mengirim, {0} %", "Sending, {0} %", "Ngintun, {0} %"}
	PaperTiny    = T{"Foto ini kecil. Tulisannya mungkin tidak terbaca petugas; foto lagi lebih dekat.", "This picture is small. The officer may not be able to read it; take it again from closer.", "Foto punika alit. Seratanipun saged boten kawaos petugas; pendhet malih langkung celak."}
	PaperBlurred = T{"Foto ini tampak buram. Kalau tulisannya tidak jelas, foto lagi di tempat terang.", "This picture looks blurred. If the letters are not clear, take it again in good light.", "Foto punika katingal burem. Menawi seratanipun boten cetha, pendhet malih ing papan padhang."}
	PaperLost    = T{"{0} tidak bisa disimpan di HP ini. Kosongkan sedikit ruang, lalu pilih lagi.", "{0} could not be kept on this phone. Free some space, then choose it again.", "{0} boten saged kasimpen ing HP punika. Suwungaken papan sekedhik, lajeng pilih malih."}

	// Applications of somebody.
	MineTitle  = T{"Permohonan saya", "My applications", "Panyuwunan kula"}
	MineRow    = T{"Surat dan izin yang Anda ajukan", "Letters and permits you applied for", "Serat lan izin ingkang panjenengan suwun"}
	MineTurn   = T{"Perlu Anda kerjakan", "Your turn", "Perlu panjenengan tindakaken"}
	MineDrafts = T{"Belum terkirim", "Not sent yet", "Dereng kakintun"}
	MineGoing  = T{"Sedang diproses", "In progress", "Saweg dipunproses"}
	MinePast   = T{"Selesai", "Finished", "Rampung"}
	MineNone   = T{"Belum ada permohonan", "No applications yet", "Dereng wonten panyuwunan"}
	MineNoneY  = T{"Surat dan izin yang Anda ajukan tampil di sini, dengan langkah dan tanggal selesainya.", "Letters and permits you apply for appear here, with their steps and when they are done.", "Serat lan izin ingkang panjenengan suwun katingal ing mriki, kaliyan langkah lan tanggal rampungipun."}
	MineFind   = T{"Cari layanan", "Find a service", "Pados layanan"}
	LeadTitle  = T{"Permohonan Anda", "Your application", "Panyuwunan panjenengan"}
	MineHolder = T{"Untuk {0}", "For {0}", "Kangge {0}"}
	MineDue    = T{"Paling lambat {0}", "By {0}", "Paling lambat {0}"}
	MineUntil  = T{"Sebelum {0}", "Before {0}", "Saderengipun {0}"}
	MineLate   = T{"Lewat janji", "Later than promised", "Langkung saking janji"}

	// How far it is.
	StatusNumber    = T{"Nomor {0}", "Number {0}", "Nomer {0}"}
	StatusOf        = T{"{0} untuk {1}", "{0} for {1}", "{0} kangge {1}"}
	StatusDaysLeft  = T{"hari lagi", "days to go", "dinten malih"}
	StatusToday     = T{"Selesai hari ini", "Done today", "Rampung dinten punika"}
	StatusLate      = T{"Lewat dari janji", "Later than promised", "Langkung saking janji"}
	StatusOnTime    = T{"Sesuai janji", "As promised", "Trep kaliyan janji"}
	StatusDue       = T{"Janji: {0}", "Promised: {0}", "Janji: {0}"}
	StatusPaused    = T{"Waktu kami berhenti selama menunggu Anda.", "Our time stands still while we wait for you.", "Wekdal kula kendel salebetipun ngentosi panjenengan."}
	StatusPausedN   = T{"Waktu kami sempat berhenti {0} kali saat menunggu Anda.", "Our time stood still {0} times while we waited for you.", "Wekdal kula nate kendel ping {0} nalika ngentosi panjenengan."}
	StatusNoDue     = T{"Tanggal selesai muncul begitu berkas dinyatakan lengkap.", "The date appears once the documents are found complete.", "Tanggal rampung katingal menawi berkas sampun jangkep."}
	StatusNoPromise = T{"Kantor belum menjanjikan lama pengerjaan layanan ini.", "The office has not promised a time for this service.", "Kantor dereng janji dangunipun layanan punika."}
	StatusWay       = T{"Perjalanan berkas", "The way it takes", "Lampahing berkas"}
	StatusDone      = T{"Selesai", "Done", "Rampung"}
	StatusNow       = T{"Sekarang di sini", "It is here now", "Sapunika ing mriki"}
	StatusHistory   = T{"Catatan lengkap", "Everything that happened", "Cathetan jangkep"}
	StatusHistoryY  = T{"Siapa melakukan apa dan kapan", "Who did what, and when", "Sinten nindakaken punapa lan kapan"}
	StatusAnswers   = T{"Yang Anda kirim", "What you sent", "Ingkang panjenengan kintun"}
	StatusAnswersY  = T{"Semua isian permohonan ini", "All answers of this application", "Sedaya isian panyuwunan punika"}
	StatusTell      = T{"Boleh kami kabari setiap ada langkah baru?", "May we tell you at every step?", "Kenging kula kabari saben wonten langkah enggal?"}
	StatusCode      = T{"Kode lacak", "Tracking code", "Kode lacak"}
	StatusCodeY     = T{"Siapa pun yang memegang kode ini bisa melihat sampai mana, tanpa melihat data Anda. Berguna untuk keluarga yang membantu.", "Whoever holds this code can see how far it is, and nothing about you. Useful for family who help.", "Sinten kemawon ingkang ngasta kode punika saged mirsani sepinten lampahipun, tanpa mirsani data panjenengan."}
	StatusCodeLink  = T{"Bagikan tautan lacak", "Share the tracking link", "Andum tautan lacak"}
	StatusSentOK    = T{"Permohonan terkirim", "The application is sent", "Panyuwunan kakintun"}
	StatusSentOKY   = T{"Nomor Anda {0}. Kami kabari setiap ada langkah baru.", "Your number is {0}. We tell you at every step.", "Nomer panjenengan {0}. Kula kabari saben wonten langkah enggal."}
	StatusOld       = T{"Ini yang terakhir tersimpan di HP ini.", "This is what this phone kept last.", "Punika ingkang pungkasan kasimpen ing HP punika."}
	StatusCancel    = T{"Batalkan permohonan", "Cancel the application", "Batalaken panyuwunan"}
	StatusCancelAsk = T{"Batalkan permohonan {0}?", "Cancel the application {0}?", "Batalaken panyuwunan {0}?"}
	StatusCancelY   = T{"Petugas berhenti mengerjakannya. Bila masih perlu, ajukan lagi dari awal.", "The office stops working on it. If you still need it, apply anew.", "Petugas kendel anggenipun nindakaken. Menawi taksih perlu, nyuwun malih saking wiwitan."}
	StatusCancelled = T{"Permohonan dibatalkan.", "The application is cancelled.", "Panyuwunan kabatalaken."}
	StatusRefused   = T{"Permohonan ditolak", "The application was refused", "Panyuwunan katampik"}
	StatusIssued    = T{"Surat sudah terbit", "The document is there", "Seratipun sampun dados"}
	StatusIssuedY   = T{"Nomor {0}.", "Number {0}.", "Nomer {0}."}
	StatusPickUp    = T{"Siap diambil", "Ready to be collected", "Saged dipunpendhet"}
	StatusPickUpY   = T{"Ambil di {0}. Bawa identitas Anda.", "Collect it at {0}. Bring your identity card.", "Mangga dipunpendhet ing {0}. Ngasta KTP."}
	StatusOver      = T{"Permohonan ini sudah berakhir", "This application is over", "Panyuwunan punika sampun pungkas"}
	StatusAppeal    = T{"Bila keberatan", "If you disagree", "Menawi boten sarujuk"}
	StatusAgain     = T{"Ajukan lagi", "Apply again", "Nyuwun malih"}

	// Who did what, as an applicant reads it.
	HappenedYou    = T{"Anda", "You", "Panjenengan"}
	HappenedHouse  = T{"Sistem", "The system", "Sistem"}
	HappenedOffice = T{"Kantor", "The office", "Kantor"}

	// Correcting what was marked.
	FixTitle    = T{"Perbaiki {0} isian", "Correct {0} answers", "Leresaken {0} isian"}
	FixTitleOne = T{"Perbaiki satu isian", "Correct one answer", "Leresaken satunggal isian"}
	FixLead     = T{"Hanya yang ditandai petugas. Isian lain tetap seperti yang Anda kirim.", "Only what the officer marked. The rest stays as you sent it.", "Namung ingkang dipuntandhani petugas. Isian sanes tetep kados ingkang panjenengan kintun."}
	FixUntil    = T{"Perbaiki sebelum {0}. Sesudah itu permohonan berakhir sendiri.", "Correct it before {0}. After that the application ends by itself.", "Leresaken saderengipun {0}. Sasampunipun panyuwunan pungkas piyambak."}
	FixSays     = T{"Kata petugas: {0}", "The officer says: {0}", "Ngendikanipun petugas: {0}"}
	FixNew      = T{"Pertanyaan ini muncul karena jawaban di atas berubah.", "This is asked because the answer above changed.", "Pitakenan punika medal amargi wangsulan ing inggil ewah."}
	FixSend     = T{"Kirim perbaikan", "Send the correction", "Kintun leresan"}
	FixSent     = T{"Perbaikan terkirim.", "The correction is sent.", "Leresan sampun kakintun."}
	FixSame     = T{"Belum ada yang diubah. Ubah yang ditandai, lalu kirim.", "Nothing is changed yet. Change what is marked, then send.", "Dereng wonten ingkang ewah. Ewahi ingkang dipuntandhani, lajeng kintun."}

	// Paying.
	BillTitle   = T{"Bayar {0}", "Pay {0}", "Mbayar {0}"}
	BillNumber  = T{"Kode bayar", "Payment code", "Kode bayar"}
	BillUntil   = T{"Bayar sebelum {0}. Lewat dari itu permohonan berakhir sendiri.", "Pay before {0}. After that the application ends by itself.", "Bayar saderengipun {0}. Langkung saking punika panyuwunan pungkas piyambak."}
	BillWhere   = T{"Sebutkan kode ini saat membayar, di loket {0} atau di bank yang ditunjuknya.", "Give this code when you pay, at the counter of {0} or at the bank it names.", "Kasebatna kode punika nalika mbayar, ing loket {0} utawi ing bank ingkang dipuntuduh."}
	BillScan    = T{"Pindai dengan aplikasi bank atau dompet", "Scan with your bank or wallet app", "Pindhai mawi aplikasi bank utawi dhompet"}
	BillScanAlt = T{"Kode QRIS untuk membayar", "QRIS code to pay", "Kode QRIS kangge mbayar"}
	BillProof   = T{"Bukti bayar", "Proof of payment", "Bukti mbayar"}
	BillProofY  = T{"Foto struk atau tangkapan layar, boleh kosong", "A photo of the receipt or a screenshot, optional", "Foto struk utawi tangkepan layar, kenging suwung"}
	BillDid     = T{"Saya sudah bayar", "I have paid", "Kula sampun mbayar"}
	BillNoted   = T{"Anda memberi tahu sudah membayar, {0}. Petugas memeriksanya.", "You said you have paid, {0}. The office is checking.", "Panjenengan sanjang sampun mbayar, {0}. Petugas saweg mriksa."}
	BillOnly    = T{"Bayar hanya dengan kode ini. Petugas tidak pernah meminta transfer ke rekening pribadi.", "Pay only with this code. No officer ever asks for a transfer to a private account.", "Bayar namung mawi kode punika. Petugas boten nate nyuwun transfer dhateng rekening pribadi."}

	// For whoever holds a tracking code.
	TrackTitle = T{"Lacak permohonan", "Track an application", "Lacak panyuwunan"}
	TrackLead  = T{"Tulis kode lacak, 12 huruf dan angka. Tidak perlu masuk.", "Write the tracking code, 12 letters and digits. No account needed.", "Serat kode lacak, 12 aksara lan angka. Boten perlu mlebet."}
	TrackDo    = T{"Lacak", "Track", "Lacak"}
	TrackNone  = T{"Kode ini tidak ada pada kami", "We do not have this code", "Kode punika boten wonten"}
	TrackNoneY = T{"Periksa lagi huruf dan angkanya. Huruf O dan I ditulis nol dan satu.", "Look at the letters and digits again. O and I are written as zero and one.", "Priksanen malih aksara lan angkanipun. Aksara O lan I kaserat nol lan satunggal."}
	TrackWhose = T{"Demi keamanan, nama dan isian tidak tampil di sini.", "For safety no names and answers are shown here.", "Kangge kaamanan, nama lan isian boten katingal ing mriki."}
	TrackRow   = T{"Punya kode lacak? Lihat tanpa masuk", "Have a tracking code? Look without signing in", "Kagungan kode lacak? Mirsani tanpa mlebet"}
)

// PermitDone are what was done to an application, as its history says it.
var PermitDone = map[string]T{
	"submit":    {"Dikirim", "Sent", "Kakintun"},
	"resubmit":  {"Perbaikan dikirim", "Correction sent", "Leresan kakintun"},
	"notice":    {"Memberi tahu sudah membayar", "Said to have paid", "Sanjang sampun mbayar"},
	"cancel":    {"Dibatalkan", "Cancelled", "Kabatalaken"},
	"take":      {"Diambil petugas", "Taken by an officer", "Kapendhet petugas"},
	"hand_over": {"Diserahkan ke rekan", "Handed to a colleague", "Kapasrahaken dhateng rencang"},
	"mark":      {"Ditandai", "Marked", "Katandhanan"},
	"return":    {"Dikembalikan untuk diperbaiki", "Returned to be corrected", "Kawangsulaken supados dipunleresaken"},
	"pass":      {"Diperiksa dan sesuai", "Checked and in order", "Kapriksa lan trep"},
	"send_back": {"Dikembalikan ke rekan", "Sent back to a colleague", "Kawangsulaken dhateng rencang"},
	"ask":       {"Pendapat diminta", "An opinion was asked for", "Pamanggih kasuwun"},
	"answer":    {"Pendapat diberikan", "An opinion was given", "Pamanggih kaparingaken"},
	"withdraw":  {"Permintaan pendapat ditarik", "The question was withdrawn", "Panyuwunan pamanggih kacabut"},
	"fee":       {"Biaya ditetapkan", "The fee was set", "Ragad katetepaken"},
	"confirm":   {"Pembayaran diterima", "Payment received", "Pambayaran katampi"},
	"dispute":   {"Pembayaran belum masuk", "Payment not received", "Pambayaran dereng mlebet"},
	"initial":   {"Diparaf", "Initialled", "Kaparaf"},
	"sign":      {"Ditandatangani", "Signed", "Katapakasmanan"},
	"issue":     {"Diterbitkan", "Issued", "Kababar"},
	"collect":   {"Sudah diambil", "Collected", "Sampun kapendhet"},
	"refuse":    {"Ditolak", "Refused", "Katampik"},
	"revoke":    {"Dicabut", "Revoked", "Kacabut"},
	"replace":   {"Diganti", "Replaced", "Kagantos"},
	"remark":    {"Dicatat", "Noted", "Kacathet"},
	"expire":    {"Berakhir karena tidak diperbaiki", "Ended: not corrected in time", "Pungkas amargi boten kaleresaken"},
	"lapse":     {"Berakhir karena tidak dibayar", "Ended: not paid in time", "Pungkas amargi boten kabayar"},
}
