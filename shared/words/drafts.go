package words

// The desk where an agency writes what is public: lists, drafts, history.
var (
	EditServices   = T{"Tulis layanan", "Write services", "Serat palayanan"}
	EditPlaces     = T{"Tulis tempat", "Write places", "Serat papan"}
	EditServicesSu = T{"Yang Anda simpan baru terbit setelah disetujui rekan.", "What you save becomes public once a colleague approves it.", "Ingkang kasimpen nembe kababar sasampunipun dipunsarujuki rencang."}
	EditPlacesSu   = T{"Jam, alamat, dan telepon. Terbit setelah disetujui rekan.", "Hours, address and phone. Public once a colleague approves.", "Jam, alamat, lan telpon. Kababar sasampunipun dipunsarujuki rencang."}
	FindService    = T{"Cari layanan", "Find a service", "Pados palayanan"}
	NewService     = T{"Layanan baru", "New service", "Palayanan enggal"}
	NoneToEdit     = T{"Tidak ada yang cocok", "Nothing matches", "Boten wonten ingkang cocog"}
	NoneToEditY    = T{"Yang tampil di sini hanya milik dinas Anda.", "Only what belongs to your agency is shown here.", "Ingkang katingal ing ngriki namung gadhahanipun dinas panjenengan."}
	SeeAll         = T{"Lihat semua", "See all", "Mirsani sedaya"}

	StatePublished = T{"Terbit", "Public", "Kababar"}
	StateDrafted   = T{"Ada draf", "Has a draft", "Wonten draf"}
	StateFresh     = T{"Belum terbit", "Not public yet", "Dereng kababar"}
	StateRetired   = T{"Ditarik", "Withdrawn", "Katarik"}
	DraftBy        = T{"Draf {0}, {1}", "Draft of {0}, {1}", "Draf {0}, {1}"}
	DraftOwn       = T{"Draf Anda, {0}", "Your draft, {0}", "Draf panjenengan, {0}"}
	VersionNo      = T{"Versi {0}", "Version {0}", "Versi {0}"}
	NoteWaiting    = T{"1 catatan warga", "1 citizen's note", "1 cathetan warga"}
	NotesWaiting   = T{"{0} catatan warga", "{0} citizens' notes", "{0} cathetan warga"}

	AgoNow     = T{"baru saja", "just now", "nembe kemawon"}
	AgoMinute  = T{"1 menit lalu", "1 minute ago", "1 menit kapengker"}
	AgoMinutes = T{"{0} menit lalu", "{0} minutes ago", "{0} menit kapengker"}
	AgoHour    = T{"1 jam lalu", "1 hour ago", "1 jam kapengker"}
	AgoHours   = T{"{0} jam lalu", "{0} hours ago", "{0} jam kapengker"}

	EditPanes   = T{"Tampilan meja", "View of the desk", "Tampilan meja"}
	PaneWrite   = T{"Tulis", "Write", "Serat"}
	PanePreview = T{"Pratinjau", "Preview", "Pirsani"}
	PaneChanges = T{"Berubah", "Changes", "Ewah"}
	PaneHistory = T{"Riwayat", "History", "Riwayat"}
	PreviewSay  = T{"Begini warga akan membacanya.", "This is how citizens will read it.", "Makaten warga badhe maos."}
	OlderSay    = T{"Anda membaca versi {0}.", "You are reading version {0}.", "Panjenengan maos versi {0}."}
	RestoreIt   = T{"Pulihkan ke draf", "Restore into the draft", "Wangsulaken dhateng draf"}
	ReadIt      = T{"Baca", "Read", "Waos"}
	ReadVersion = T{"Baca versi {0}", "Read version {0}", "Waos versi {0}"}
	BackToDraft = T{"Kembali ke draf", "Back to the draft", "Wangsul dhateng draf"}
	Restored    = T{"Versi {0} ada di draf. Simpan untuk memakainya.", "Version {0} is in the draft. Save to use it.", "Versi {0} wonten ing draf. Mangga dipunsimpen."}

	ChangedParts = T{"Berubah: {0}", "Changed: {0}", "Ewah: {0}"}
	ChangedNone  = T{"Sama dengan yang terbit.", "The same as what is public.", "Sami kaliyan ingkang kababar."}
	ChangedAll   = T{"Belum pernah terbit, jadi semuanya baru.", "Never published, so all of it is new.", "Dereng nate kababar, dados sedaya enggal."}
	ChangedNow   = T{"Yang terbit", "Public now", "Ingkang kababar"}
	ChangedDraft = T{"Di draf", "In the draft", "Ing draf"}
	EmptyPart    = T{"(kosong)", "(empty)", "(suwung)"}
	YesWord      = T{"Ya", "Yes", "Inggih"}
	NoWord       = T{"Tidak", "No", "Boten"}

	Unsaved       = T{"Belum disimpan", "Not saved yet", "Dereng kasimpen"}
	NoDraft       = T{"Tidak ada draf", "No draft", "Boten wonten draf"}
	SaveDraft     = T{"Simpan draf", "Save the draft", "Simpen draf"}
	DraftSaved    = T{"Draf tersimpan. Belum terbit.", "Draft saved. Not public yet.", "Draf sampun kasimpen. Dereng kababar."}
	Publish       = T{"Terbitkan", "Publish", "Babar"}
	PublishedNow  = T{"Sudah terbit. Warga bisa membacanya.", "It is public. Citizens can read it.", "Sampun kababar. Warga saged maos."}
	PublishSave   = T{"Simpan dulu sebelum menerbitkan.", "Save before you publish.", "Mangga dipunsimpen rumiyin saderengipun kababar."}
	PublishNone   = T{"Belum ada draf untuk diterbitkan.", "There is no draft to publish.", "Dereng wonten draf kangge dipunbabar."}
	PublishOwn    = T{"Anda yang terakhir menulis, jadi rekan Anda yang menerbitkan.", "You wrote it last, so a colleague must publish it.", "Panjenengan ingkang pungkasan nyerat, dados rencang panjenengan ingkang mbabar."}
	Discard       = T{"Buang draf", "Discard the draft", "Bucal draf"}
	DiscardAsk    = T{"Buang draf ini?", "Discard this draft?", "Draf punika dipunbucal?"}
	DiscardWhy    = T{"Tulisan yang belum terbit hilang. Yang sudah terbit tidak berubah.", "What is not public is lost. What is public stays.", "Seratan ingkang dereng kababar ical. Ingkang sampun kababar boten ewah."}
	DiscardKeep   = T{"Jangan dibuang", "Keep it", "Sampun dipunbucal"}
	Discarded     = T{"Draf dibuang.", "Draft discarded.", "Draf sampun kabucal."}
	ChangeNote    = T{"Catatan perubahan", "What changed", "Cathetan ewah-ewahan"}
	ChangeNoteY   = T{"Satu kalimat untuk rekan yang memeriksa.", "One sentence for the colleague who checks.", "Satunggal ukara kangge rencang ingkang mriksa."}
	Kept          = T{"Tulisan Anda yang belum disimpan masih ada di sini.", "What you had not saved is still here.", "Seratan panjenengan ingkang dereng kasimpen taksih wonten."}
	FixMarked     = T{"Belum tersimpan. Perbaiki isian yang ditandai.", "Not saved. Correct the marked fields.", "Dereng kasimpen. Mangga isian ingkang dipuntandhani dipunleresaken."}
	MeanwhileWho  = T{"{0} mengubahnya {1}", "{0} changed it {1}", "{0} ngewahi {1}"}
	MeanwhileGone = T{"Draf ini sudah diterbitkan atau dibuang rekan Anda", "A colleague has published or discarded this draft", "Draf punika sampun dipunbabar utawi dipunbucal rencang panjenengan"}
	MeanwhileY    = T{"Tulisan Anda belum tersimpan. Salin dulu, lalu pakai yang terbaru.", "Yours is not saved. Copy it, then take the newest.", "Seratan panjenengan dereng kasimpen. Mangga dipunsalin, lajeng ngagem ingkang enggal."}
	MeanwhileDif  = T{"Berbeda: {0}", "Different: {0}", "Beda: {0}"}
	TakeTheirs    = T{"Pakai yang terbaru", "Take the newest", "Agem ingkang enggal"}
	CopyMine      = T{"Salin tulisan saya", "Copy what I wrote", "Salin seratan kula"}
	Copied        = T{"Tersalin.", "Copied.", "Sampun kasalin."}
	MyText        = T{"Tulisan saya", "What I wrote", "Seratan kula"}

	HistoryTitle = T{"Versi yang pernah terbit", "Versions that were public", "Versi ingkang nate kababar"}
	HistoryNone  = T{"Belum pernah terbit.", "Never published yet.", "Dereng nate kababar."}
	HistoryPack  = T{"Dari data awal", "From the first data", "Saking data wiwitan"}
	HistoryBy    = T{"Ditulis {0}, diterbitkan {1}", "Written by {0}, published by {1}", "Kaserat {0}, kababar {1}"}

	AddItem    = T{"Tambah", "Add", "Tambah"}
	ItemUp     = T{"Naikkan {0}", "Move {0} up", "Minggahaken {0}"}
	ItemDown   = T{"Turunkan {0}", "Move {0} down", "Mandhapaken {0}"}
	ItemRemove = T{"Hapus {0}", "Remove {0}", "Busak {0}"}
)

// The fields of a service on its desk.
var (
	PartBasics     = T{"Nama dan ringkasan", "Name and summary", "Nami lan ringkesan"}
	PartName       = T{"Nama layanan", "Name of the service", "Nami palayanan"}
	PartSummary    = T{"Ringkasan", "Summary", "Ringkesan"}
	PartSummaryY   = T{"Satu kalimat: untuk siapa dan untuk apa.", "One sentence: for whom and what for.", "Satunggal ukara: kangge sinten lan kangge punapa."}
	PartTopic      = T{"Keperluan", "Topic", "Kabetahan"}
	PartAliases    = T{"Sebutan warga", "What people call it", "Sebatan warga"}
	PartAliasesY   = T{"Kata yang diketik orang saat mencari, contoh “ktp ilang”.", "Words people type, for example “ktp ilang”.", "Tembung ingkang dipunketik tiyang, tuladha “ktp ilang”."}
	PartAlias      = T{"Sebutan", "Word", "Sebatan"}
	PartRequired   = T{"Syarat", "Requirements", "Sarat"}
	PartOneReq     = T{"Syarat {0}", "Requirement {0}", "Sarat {0}"}
	PartReqNote    = T{"Penjelasan", "Explanation", "Katrangan"}
	PartReqOpt     = T{"Hanya bila perlu", "Only if needed", "Namung menawi perlu"}
	PartOneStep    = T{"Langkah {0}", "Step {0}", "Lampah {0}"}
	PartPromise    = T{"Janji waktu", "Promised time", "Janji wekdal"}
	PartAmount     = T{"Berapa lama", "How long", "Pinten dangunipun"}
	PartUnit       = T{"Satuan", "Unit", "Satuan"}
	UnitMinutes    = T{"menit", "minutes", "menit"}
	UnitHours      = T{"jam", "hours", "jam"}
	UnitDays       = T{"hari kerja", "working days", "dinten kerja"}
	UnitNone       = T{"belum dijanjikan", "not promised yet", "dereng dipunjanjeaken"}
	PartNote       = T{"Keterangan", "Note", "Katrangan"}
	PartFeeKind    = T{"Jenis biaya", "Kind of fee", "Jinis ragad"}
	PartFeeAmount  = T{"Besarnya dalam rupiah", "Amount in rupiah", "Agengipun ing rupiah"}
	PartFeeAmountY = T{"Isi 0 bila tergantung keperluan.", "Write 0 when it depends.", "Isi 0 menawi gumantung kabetahan."}
	PartValid      = T{"Masa berlaku", "Valid for", "Dangunipun lumampah"}
	PartOneLegal   = T{"Dasar hukum {0}", "Legal basis {0}", "Dhasar hukum {0}"}
	PartPlaces     = T{"Tempat", "Places", "Papan"}
	PartPlacesY    = T{"Centang tempat yang memberi layanan ini.", "Tick the places that give this service.", "Mangga dipuncentang papan ingkang nyawisaken palayanan punika."}
	PartPlacesNone = T{"Dinas ini belum punya tempat.", "This agency has no places yet.", "Dinas punika dereng gadhah papan."}
	PartKinds      = T{"Di semua tempat sejenis", "At all places of a kind", "Ing sedaya papan sajinis"}
	PartApp        = T{"Aplikasi pengajuan", "App to apply in", "Aplikasi pangajengan"}
	PartAppNone    = T{"Tidak ada", "None", "Boten wonten"}
	PartConfirmed  = T{"Sudah dipastikan dinas", "Confirmed by the agency", "Sampun dipunpesthekaken dinas"}
	PartConfirmedY = T{"Dinas sendiri menyatakan isi ini benar.", "The agency itself says this is right.", "Dinas piyambak mratelakaken isi punika leres."}
	PartResult     = T{"Hasil, aplikasi, pengaduan", "Result, app, complaints", "Asil, aplikasi, wadul"}
	PartFinish     = T{"Sebelum menyimpan", "Before you save", "Saderengipun nyimpen"}
	PartStandard   = T{"Standar pelayanan lainnya", "The rest of the standard", "Standar palayanan sanesipun"}

	NewServiceY   = T{"Isi yang pokok dulu. Selebihnya bisa ditulis nanti.", "Fill in the basics. The rest can follow.", "Mangga ngisi ingkang baku rumiyin. Sanesipun saged kantun."}
	NewServiceID  = T{"Alamat halaman", "Address of the page", "Alamat kaca"}
	NewServiceIDY = T{"Huruf kecil, angka, dan tanda hubung. Tidak bisa diubah nanti.", "Small letters, digits and hyphens. It cannot be changed later.", "Aksara alit, angka, lan tandha gandheng. Boten saged dipunewahi."}
	NewServiceOf  = T{"Dinas", "Agency", "Dinas"}
	NewServiceGo  = T{"Buat layanan", "Create the service", "Damel palayanan"}
	Created       = T{"Layanan dibuat, belum terbit", "Service created, not public yet", "Palayanan sampun kadamel, dereng kababar"}
	CreatedGo     = T{"Tulis isinya", "Write its content", "Serat isinipun"}

	Retire       = T{"Tarik layanan", "Withdraw the service", "Tarik palayanan"}
	RetireAsk    = T{"Tarik layanan ini dari daftar?", "Take this service out of the list?", "Palayanan punika dipuntarik?"}
	RetireWhy    = T{"Warga tidak melihatnya lagi. Riwayatnya tetap ada.", "Citizens no longer see it. Its history stays.", "Warga boten mirsani malih. Riwayatipun tetep wonten."}
	RetireReason = T{"Alasan", "Reason", "Alesan"}
	RetireKeep   = T{"Jangan ditarik", "Keep it", "Sampun dipuntarik"}
	RetiredNow   = T{"Layanan ditarik.", "Service withdrawn.", "Palayanan sampun katarik."}
	RetiredSay   = T{"Layanan ini ditarik dan tidak terlihat warga. Menerbitkan draf mengembalikannya.", "This service is withdrawn and citizens do not see it. Publishing a draft brings it back.", "Palayanan punika katarik lan boten katingal warga. Mbabar draf mangsulaken."}
)

// The fields of a place on its desk.
var (
	PlaceBasics   = T{"Nama dan alamat", "Name and address", "Nami lan alamat"}
	PlaceName     = T{"Nama tempat", "Name of the place", "Nami papan"}
	PlaceAddress  = T{"Alamat", "Address", "Alamat"}
	PlaceAddressY = T{"Jalan dan nomor.", "Street and number.", "Margi lan nomer."}
	PlacePhone    = T{"Telepon", "Phone", "Telpon"}
	PlacePhoneY   = T{"Angka saja, contoh 0318912345.", "Digits only, for example 0318912345.", "Angka kemawon, tuladha 0318912345."}
	WeekTitle     = T{"Jam buka tiap hari", "Hours of every day", "Jam bikak saben dinten"}
	WeekHint      = T{"Untuk tutup tengah malam tulis 00.00.", "For closing at midnight write 00:00.", "Menawi tutup tengah dalu serat 00.00."}
	WeekClosed    = T{"Tutup hari {0}", "Closed on {0}", "Tutup dinten {0}"}
	WeekOpens     = T{"{0}, buka", "{0}, opens", "{0}, bikak"}
	WeekCloses    = T{"{0}, tutup", "{0}, closes", "{0}, tutup"}
	WeekOpens2    = T{"{0}, buka lagi", "{0}, opens again", "{0}, bikak malih"}
	WeekCloses2   = T{"{0}, tutup lagi", "{0}, closes again", "{0}, tutup malih"}
	WeekAdd       = T{"Tambah jam kedua hari {0}", "Add a second opening on {0}", "Tambah jam kaping kalih dinten {0}"}
	WeekRemove    = T{"Hapus jam kedua hari {0}", "Remove the second opening on {0}", "Busak jam kaping kalih dinten {0}"}
	WeekCopy      = T{"Samakan Selasa sampai Kamis dengan Senin", "Make Tuesday to Thursday like Monday", "Samiaken Slasa dumugi Kemis kaliyan Senen"}
	OpenHoliday   = T{"Tetap buka pada libur nasional", "Open on national holidays", "Tetep bikak ing prei nasional"}
	OpenLeave     = T{"Tetap buka pada cuti bersama", "Open on joint leave", "Tetep bikak ing cuti sesarengan"}
	HoursSure     = T{"Jam ini sudah dipastikan kantor", "The office has confirmed these hours", "Jam punika sampun dipunpesthekaken kantor"}

	CitizenNotes = T{"Catatan warga", "Citizens' notes", "Cathetan warga"}
	SettleNote   = T{"Beres", "Settled", "Rampung"}
	SettleOne    = T{"Beres: catatan {0}", "Settled: note {0}", "Rampung: cathetan {0}"}
	NoteSettled  = T{"Catatan beres.", "Note settled.", "Cathetan rampung."}
	AskBack      = T{"Tanya balik {0}", "Ask back on {0}", "Tanglet wangsul {0}"}
)
