package words

// What stands in a form that an agency begins to write.
var (
	FormApplicant = T{"Pemohon", "Applicant", "Panyuwun"}
	FormPapers    = T{"Berkas", "Papers", "Berkas"}
	FormKTP       = T{"Foto KTP", "Photo of the KTP", "Foto KTP"}
	FormTruth     = T{"Pernyataan", "Declaration", "Wedharan"}
	FormTrue      = T{"Data ini benar. Saya tahu bahwa keterangan palsu dapat dipidana.", "These data are true. I know that false statements are punishable.", "Data punika leres. Kula mangertos bilih katrangan palsu saged dipunukum."}
)

// The desk where an agency writes forms and ways.
var (
	FormsTitle = T{"Formulir dan alur", "Forms and ways", "Formulir lan lampah"}
	FormsSub   = T{"Yang ditanyakan, siapa yang memeriksa, dan berapa lama. Terbit setelah disetujui rekan.", "What is asked, who checks, and how long it takes. Public once a colleague approves.", "Ingkang dipuntakokaken, sinten ingkang mriksa, lan pinten dangunipun. Kababar sasampunipun dipunsarujuki rencang."}
	FormsRow   = T{"Pertanyaan, tahap pemeriksaan, waktu, dan biaya tiap layanan", "Questions, checks, time and fee of each service", "Pitakenan, tataran priksa, wekdal, lan ragad saben palayanan"}
	FormClosed = T{"Tidak menerima permohonan baru", "Takes no new applications", "Boten nampi panyuwunan enggal"}

	FormParts     = T{"Bagian yang ditulis", "Part that is written", "Perangan ingkang kaserat"}
	FormPartAsk   = T{"Isian", "Questions", "Isian"}
	FormPartWay   = T{"Alur", "Way", "Lampah"}
	FormPartTerms = T{"Aturan", "Terms", "Aturan"}
	FormPartPaper = T{"Surat", "Letter", "Serat"}
	FormLangs     = T{"Tulis juga bahasa Inggris dan Jawa", "Write English and Javanese too", "Serat ugi basa Inggris lan Jawi"}
	FormLangsY    = T{"Yang kosong dibaca dalam bahasa Indonesia.", "What is empty is read in Indonesian.", "Ingkang suwung kawaos ing basa Indonesia."}
	FormRunning   = T{"{0} permohonan sedang berjalan memakai versi saat dimulai.", "{0} applications are under way, each with the version it began with.", "{0} panyuwunan saweg lumampah, ngagem versi nalika kawiwitan."}
	FormKeys      = T{"Alt+↑ dan Alt+↓ memindahkan yang sedang terbuka.", "Alt+↑ and Alt+↓ move what is open.", "Alt+↑ lan Alt+↓ mindhah ingkang saweg kabikak."}

	FormSection     = T{"Bagian {0}", "Part {0}", "Perangan {0}"}
	FormSectionNew  = T{"Bagian baru", "New part", "Perangan enggal"}
	FormAddSection  = T{"Tambah bagian", "Add a part", "Tambah perangan"}
	FormTitleLabel  = T{"Judul bagian", "Title of the part", "Irah-irahan perangan"}
	FormHelp        = T{"Penjelasan", "Explanation", "Katrangan"}
	FormQuestion    = T{"Pertanyaan", "Question", "Pitakenan"}
	FormQuestionNew = T{"Pertanyaan baru", "New question", "Pitakenan enggal"}
	FormAddQuestion = T{"Tambah pertanyaan", "Add a question", "Tambah pitakenan"}
	FormKind        = T{"Jenis jawaban", "Kind of answer", "Jinising wangsulan"}
	FormName        = T{"Nama di rumus dan surat", "Name in formulas and letters", "Asma ing rumus lan serat"}
	FormNameY       = T{"Huruf kecil, angka, dan _. Jangan diubah setelah terbit.", "Small letters, digits and _. Leave it once published.", "Aksara alit, angka, lan _. Sampun dipunewahi sasampunipun kababar."}
	FormRequired    = T{"Wajib diisi", "Must be answered", "Kedah dipunisi"}
	FormOptional    = T{"boleh kosong", "may be empty", "kenging suwung"}
	FormPrefill     = T{"Terisi dari akun", "Filled in from the account", "Kaisi saking akun"}
	FormPrefillNone = T{"Tidak", "No", "Boten"}
	FormWide        = T{"Kecamatan saja boleh", "A district will do", "Kecamatan kemawon kenging"}
	FormLeast       = T{"Paling sedikit", "At least", "Paling sekedhik"}
	FormMost        = T{"Paling banyak", "At most", "Paling kathah"}
	FormUsual       = T{"Kosong berarti batas biasa.", "Empty is the usual limit.", "Suwung ateges wates limrah."}
	FormFrom        = T{"Dari", "From", "Saking"}
	FormTo          = T{"Sampai", "To", "Dumugi"}
	FormDays        = T{"Tanggal seperti 2026-01-31, atau today, today-17y, today+30d, today-6m.", "A day such as 2026-01-31, or today, today-17y, today+30d, today-6m.", "Tanggal kados 2026-01-31, utawi today, today-17y, today+30d, today-6m."}
	FormFiles       = T{"Berkas paling banyak", "Files at most", "Berkas paling kathah"}
	FormSize        = T{"Ukuran satu berkas, MB", "Size of one file, MB", "Ageng setunggal berkas, MB"}
	FormAccept      = T{"Yang diterima", "What is taken", "Ingkang katampi"}
	FormAcceptAll   = T{"Tanpa centang: foto dan PDF.", "None ticked: photos and PDF.", "Tanpa centang: foto lan PDF."}
	FormChoices     = T{"Pilihan", "Choices", "Pilihan"}
	FormChoice      = T{"pilihan {0}", "choice {0}", "pilihan {0}"}
	FormColumns     = T{"Kolom", "Columns", "Kolom"}
	FormColumn      = T{"kolom {0}", "column {0}", "kolom {0}"}
	FormUp          = T{"Naikkan {0}", "Move {0} up", "Minggahaken {0}"}
	FormDown        = T{"Turunkan {0}", "Move {0} down", "Mandhapaken {0}"}
	FormCopy        = T{"Gandakan", "Duplicate", "Gandhakaken"}
	FormDelete      = T{"Hapus", "Delete", "Busak"}
	FormGone        = T{"“{0}” dihapus.", "“{0}” is deleted.", "“{0}” kabusak."}
	FormUndo        = T{"Urungkan", "Undo", "Wurungaken"}
	FormBack        = T{"“{0}” kembali.", "“{0}” is back.", "“{0}” wangsul."}
	FormWrong       = T{"perlu diperbaiki", "to be corrected", "perlu dipunleresaken"}
	FormAsked       = T{"{0} pertanyaan", "{0} questions", "{0} pitakenan"}

	FormWhen     = T{"Kapan ditanyakan?", "When is it asked?", "Kapan dipuntakokaken?"}
	FormAlways   = T{"Selalu", "Always", "Tansah"}
	FormAll      = T{"Bila semua syarat ini benar", "If all of these hold", "Menawi sedaya punika leres"}
	FormAny      = T{"Bila salah satu syarat ini benar", "If one of these holds", "Menawi salah satunggal punika leres"}
	FormRule     = T{"syarat {0}", "condition {0}", "sarat {0}"}
	FormAddRule  = T{"Tambah syarat", "Add a condition", "Tambah sarat"}
	FormAddGroup = T{"Tambah kelompok syarat", "Add a group", "Tambah klompok sarat"}
	FormAskOf    = T{"Jawaban atas", "The answer to", "Wangsulan saking"}
	FormOp       = T{"Pembandingnya", "Compared", "Katandhingaken"}
	FormToValue  = T{"Dengan", "With", "Kaliyan"}
	FormNot      = T{"Kebalikannya", "The opposite", "Kosokwangsulipun"}
	FormNoBefore = T{"Belum ada pertanyaan sebelumnya yang bisa menjadi syarat.", "There is no earlier question to ask about.", "Dereng wonten pitakenan saderengipun."}
	FormRuleAnd  = T{"{0} dan {1}", "{0} and {1}", "{0} lan {1}"}
	FormRuleOr   = T{"{0} atau {1}", "{0} or {1}", "{0} utawi {1}"}
	FormRuleNot  = T{"tidak ({0})", "not ({0})", "boten ({0})"}
	FormRuleIf   = T{"bila {0}", "if {0}", "menawi {0}"}
	FormPreview  = T{"Begini pemohon melihatnya", "This is what applicants see", "Makaten panyuwun mirsani"}
	FormTry      = T{"Coba isi di sini: syarat dan batasnya langsung berlaku.", "Try it: conditions and limits hold at once.", "Mangga dipuncobi: sarat lan watesipun langsung lumampah."}
	FormTryCheck = T{"Periksa isian", "Check the answers", "Priksa isian"}
	FormTryGood  = T{"Isian ini bisa dikirim.", "These answers can be sent.", "Isian punika saged kakintun."}
	FormTryClear = T{"Kosongkan", "Empty it", "Suwungaken"}
	FormHidden   = T{"{0} pertanyaan belum muncul karena syaratnya belum benar.", "{0} questions are not asked yet: their conditions do not hold.", "{0} pitakenan dereng katingal awit saratipun dereng leres."}
	FormNothing  = T{"Belum ada yang ditanyakan.", "Nothing is asked yet.", "Dereng wonten ingkang dipuntakokaken."}
)

// FormKinds are what kinds of questions are called.
var FormKinds = map[string]T{
	"text":      {"Teks pendek", "Short text", "Teks cekak"},
	"long":      {"Teks panjang", "Long text", "Teks panjang"},
	"number":    {"Angka", "Number", "Angka"},
	"money":     {"Uang (rupiah)", "Money (rupiah)", "Arta (rupiah)"},
	"date":      {"Tanggal", "Date", "Tanggal"},
	"choice":    {"Pilih satu", "Choose one", "Pilih satunggal"},
	"choices":   {"Pilih beberapa", "Choose some", "Pilih sawetawis"},
	"yesno":     {"Ya atau tidak", "Yes or no", "Inggih utawi boten"},
	"nik":       {"NIK", "NIK", "NIK"},
	"kk":        {"Nomor KK", "KK number", "Nomer KK"},
	"phone":     {"Nomor HP", "Phone number", "Nomer HP"},
	"email":     {"Surel", "Email", "Surel"},
	"area":      {"Desa atau kelurahan", "Village", "Desa utawi kelurahan"},
	"point":     {"Titik di peta", "Spot on the map", "Titik ing peta"},
	"table":     {"Tabel", "Table", "Tabel"},
	"files":     {"Foto atau berkas", "Photos or files", "Foto utawi berkas"},
	"statement": {"Pernyataan yang disetujui", "Statement to agree to", "Wedharan ingkang kasarujuki"},
}

// FormSources are what of a profile stands in an answer already.
var FormSources = map[string]T{
	"name":    {"Nama", "Name", "Asma"},
	"born":    {"Tanggal lahir", "Date of birth", "Tanggal lair"},
	"nik":     {"NIK", "NIK", "NIK"},
	"kk":      {"Nomor KK", "KK number", "Nomer KK"},
	"bpjs":    {"Nomor kartu BPJS", "BPJS card number", "Nomer kertu BPJS"},
	"phone":   {"Nomor HP", "Phone number", "Nomer HP"},
	"email":   {"Surel", "Email", "Surel"},
	"area":    {"Desa atau kelurahan", "Village", "Desa utawi kelurahan"},
	"address": {"Alamat", "Address", "Alamat"},
}

// FormOps are how conditions compare.
var FormOps = map[string]T{
	"is":       {"adalah", "is", "inggih punika"},
	"has":      {"memuat", "includes", "ngemot"},
	"under":    {"kurang dari", "less than", "kirang saking"},
	"most":     {"paling banyak", "at most", "paling kathah"},
	"least":    {"paling sedikit", "at least", "paling sekedhik"},
	"over":     {"lebih dari", "more than", "langkung saking"},
	"answered": {"sudah diisi", "was answered", "sampun dipunisi"},
}

// The way of a service through the office.
var (
	WaySteps     = T{"Tahap", "Stages", "Tataran"}
	WayStepsY    = T{"Urutannya: periksa, biaya, paraf, tanda tangan, terbit, ambil.", "In this order: checks, fee, initials, signature, issue, pick-up.", "Urutanipun: priksa, ragad, paraf, tapak asma, babar, pendhet."}
	WayStep      = T{"tahap {0}", "stage {0}", "tataran {0}"}
	WayStage     = T{"Jenis tahap", "Kind of stage", "Jinising tataran"}
	WayName      = T{"Nama tahap", "Name of the stage", "Asma tataran"}
	WayNameY     = T{"Kosong memakai nama biasa.", "Empty takes the usual name.", "Suwung ngagem asma limrah."}
	WayID        = T{"Kode tahap", "Id of the stage", "Kodhe tataran"}
	WayIDY       = T{"Huruf kecil, angka, dan -. Jangan diubah setelah terbit.", "Small letters, digits and -. Leave it once published.", "Aksara alit, angka, lan -. Sampun dipunewahi sasampunipun kababar."}
	WayRoles     = T{"Dikerjakan oleh", "Done by", "Katindakaken dening"}
	WayHouse     = T{"Tanpa centang: dikerjakan aplikasi sendiri.", "None ticked: done by the app itself.", "Tanpa centang: katindakaken aplikasi piyambak."}
	WayAgency    = T{"Petugas dari", "Officers of", "Petugas saking"}
	WayOwn       = T{"kantor yang menerima permohonan", "the office that receives it", "kantor ingkang nampi panyuwunan"}
	WayNote      = T{"Wajib memberi catatan untuk melanjutkan", "Going on needs some words", "Nglajengaken kedah mawi cathetan"}
	WayPromise   = T{"Batas waktu tahap ini", "Time for this stage", "Wates wekdal tataran punika"}
	WayPromiseY  = T{"0 berarti tanpa batas sendiri.", "0 is none of its own.", "0 ateges tanpa wates piyambak."}
	WayApart     = T{"Tidak boleh orang yang sama", "Not by the same person", "Boten kenging tiyang ingkang sami"}
	WayApartY    = T{"Yang memeriksa berkas tidak pernah boleh menandatangani; itu tidak perlu ditulis.", "Who checks the papers never signs; that need not be written.", "Ingkang mriksa berkas boten nate kenging tapak asma; punika boten perlu kaserat."}
	WayPair      = T{"pasangan {0}", "pair {0}", "pasangan {0}"}
	WayOne       = T{"Tahap", "Stage", "Tataran"}
	WayOther     = T{"dan tahap", "and stage", "lan tataran"}
	WayDiagram   = T{"Jalannya permohonan", "How an application goes", "Lampahing panyuwunan"}
	WayDiagramY  = T{"Dibuat dari tahap di atas, dan diperiksa saat disimpan: setiap keadaan bisa dicapai dan ada jalan keluarnya.", "Made from the stages above and checked when it is saved: every state can be reached and has a way out.", "Kadamel saking tataran ing nginggil, lan kapriksa nalika kasimpen: saben kawontenan saged dipungayuh lan wonten margi medalipun."}
	WayCopy      = T{"Salin sebagai Mermaid", "Copy as Mermaid", "Salin minangka Mermaid"}
	WayClockHold = T{"waktu berhenti", "the clock stops", "wekdal kendel"}
	WayClockOn   = T{"waktu berjalan", "the clock runs", "wekdal lumampah"}
	WayClockOver = T{"waktu selesai", "the clock ends", "wekdal rampung"}
	WayBegins    = T{"janji mulai dihitung", "the promise begins", "janji wiwit kapetang"}
	WayByHouse   = T{"aplikasi", "the app", "aplikasi"}
	WayByCitizen = T{"pemohon", "the applicant", "panyuwun"}
	WayLacks     = T{"Kurang petugas", "Too few officers", "Kirang petugas"}
	WayLackNone  = T{"{0}: belum ada petugas untuk {1}.", "{0}: nobody can do {1} yet.", "{0}: dereng wonten petugas kangge {1}."}
	WayLackFew   = T{"{0}: {1} perlu orang lain lagi supaya tidak memeriksa pekerjaan sendiri.", "{0}: {1} needs one more person, or somebody would check their own work.", "{0}: {1} betah tiyang sanes malih supados boten mriksa padamelanipun piyambak."}
	WayLackMore  = T{"dan {0} kantor lain.", "and {0} more offices.", "lan {0} kantor sanes."}
)

// Time and fee of a service.
var (
	TermsPromise   = T{"Janji waktu seluruhnya", "Promise for the whole", "Janji wekdal sedayanipun"}
	TermsPage      = T{"Halaman layanan menulis: {0}.", "The page of the service says: {0}.", "Kaca palayanan nyerat: {0}."}
	TermsDiffer    = T{"Halaman layanan menulis lain: {0}. Samakan lewat Tulis layanan.", "The page of the service says otherwise: {0}. Change it under Write services.", "Kaca palayanan nyerat sanes: {0}. Mangga dipunsamekaken lumantar Serat palayanan."}
	TermsComplete  = T{"Dihitung sejak berkas lengkap", "Counted from complete papers", "Kapetang wiwit berkas jangkep"}
	TermsCompleteY = T{"Tanpa centang: sejak dikirim.", "Not ticked: from sending.", "Tanpa centang: wiwit kakintun."}
	TermsCorrect   = T{"Waktu memperbaiki, hari kerja", "Time to correct, working days", "Wekdal ngleresaken, dinten kerja"}
	TermsKeep      = T{"Isian dan berkas disimpan, hari setelah selesai", "Answers and files are kept, days after the end", "Isian lan berkas kasimpen, dinten sasampunipun rampung"}
	TermsKeepY     = T{"Kosong berarti lima tahun. Surat dan angka statistik tetap ada.", "Empty is five years. The letter and the figures stay.", "Suwung ateges gangsal taun. Serat lan angka statistik tetep wonten."}
	TermsPay       = T{"Waktu membayar, hari kerja", "Time to pay, working days", "Wekdal mbayar, dinten kerja"}
	TermsUsual     = T{"Kosong berarti 14.", "Empty is 14.", "Suwung ateges 14."}
	TermsFee       = T{"Biaya", "Fee", "Ragad"}
	TermsFormula   = T{"Rumus biaya", "Formula of the fee", "Rumus ragad"}
	TermsFormulaY  = T{"Contoh: max(25000, luas * 1500). Kosong bila petugas yang menetapkan. Nama yang bisa dipakai: {0}.", "For example max(25000, luas * 1500). Empty when officers set it. Names to use: {0}.", "Tuladha: max(25000, luas * 1500). Suwung menawi petugas ingkang netepaken. Asma ingkang saged kaagem: {0}."}
	TermsNoNames   = T{"belum ada", "none yet", "dereng wonten"}
	TermsTry       = T{"Coba hitung", "Try it", "Cobi ngetang"}
	TermsTryY      = T{"Isi angkanya, hasilnya langsung berubah.", "Write the numbers; the result follows.", "Mangga ngisi angkanipun, asilipun langsung ewah."}
	TermsResult    = T{"Hasil: {0}", "Result: {0}", "Asil: {0}"}
	TermsNoFee     = T{"Gratis: tidak pernah ada tagihan.", "Free: there is never a bill.", "Gratis: boten nate wonten tagihan."}
	TermsAppeal    = T{"Bila ditolak, pemohon bisa", "Who is refused can", "Menawi katampik, panyuwun saged"}
	TermsAppealY   = T{"Dibaca pemohon pada penolakan.", "Applicants read it with a refusal.", "Dipunwaos panyuwun ing panampikan."}

	PaperNumber  = T{"Kode klasifikasi nomor surat", "Classification of the number", "Kodhe klasifikasi nomer serat"}
	PaperNumberY = T{"Contoh 470. Nomor urutnya dibuat aplikasi saat ditandatangani, tanpa ada yang terlewat.", "For example 470. The number itself is made when it is signed, without gaps.", "Tuladha 470. Nomer urutipun kadamel aplikasi nalika dipuntapakasmani, tanpa wonten ingkang kalangkungan."}
	PaperTitle   = T{"Judul surat", "Title of the letter", "Irah-irahan serat"}
	PaperTitleY  = T{"Kosong memakai nama layanan.", "Empty takes the name of the service.", "Suwung ngagem asma palayanan."}
	PaperSigner  = T{"Jabatan penanda tangan", "Office of who signs", "Kalenggahan ingkang tapak asma"}
	PaperSignerY = T{"Contoh Lurah.", "For example Lurah.", "Tuladha Lurah."}
	PaperDays    = T{"Berlaku berapa hari", "Days it holds", "Lumampah pinten dinten"}
	PaperDaysY   = T{"Kosong berarti tanpa batas.", "Empty is without end.", "Suwung ateges tanpa wates."}
	PaperBody    = T{"Isi surat", "What it says", "Isinipun serat"}
	PaperBodyY   = T{"Satu isian satu alinea, dalam bahasa Indonesia. Bagian yang terisi sendiri: {0}.", "One field is one paragraph, in Indonesian. Blanks that are filled: {0}.", "Satunggal isian satunggal alinea, ing basa Indonesia. Perangan ingkang kaisi piyambak: {0}."}
	PaperPart    = T{"alinea {0}", "paragraph {0}", "alinea {0}"}
	PaperLook    = T{"Begini bunyi suratnya", "This is what the letter says", "Makaten ungelipun serat"}
	PaperLookY   = T{"Dengan isian di pratinjau. Yang belum diisi tertulis sebagai tanda kurung.", "With the answers of the preview. What is not answered stands in brackets.", "Mawi isian ing pratinjau. Ingkang dereng dipunisi kaserat mawi kurung."}

	FormClose    = T{"Tutup permohonan baru", "Take no new applications", "Tutup panyuwunan enggal"}
	FormCloseAsk = T{"Tutup permohonan baru?", "Take no new applications?", "Nutup panyuwunan enggal?"}
	FormCloseWhy = T{"Yang sedang berjalan diteruskan. Dibuka lagi dengan menerbitkan draf.", "Those under way go on. Publishing a draft opens it again.", "Ingkang saweg lumampah kalajengaken. Kabikak malih mawi mbabar draf."}
	FormCloseDo  = T{"Ya, tutup", "Yes, close", "Inggih, tutup"}
	FormCloseNo  = T{"Tetap terima", "Keep taking them", "Tetep nampi"}
	FormCloseOK  = T{"Sudah ditutup.", "Closed.", "Sampun katutup."}
)
