package words

// The frame: bars, notes, what every screen has.
var (
	ScriptsOff = T{"Bagian ini berjalan di dalam HP Anda, jadi JavaScript perlu dinyalakan. Layanan, tempat, dan jam buka tetap bisa dibaca tanpa itu.",
		"This part runs on your phone, so JavaScript must be on. Services, places and hours can be read without it.",
		"Perangan punika lumampah ing HP panjenengan, dados JavaScript kedah dipungesangaken. Layanan, papan, lan jam bikak tetep saged kawaos."}

	SkipToContent = T{"Langsung ke isi", "Skip to content", "Langsung dhateng isi"}
	MainNav       = T{"Utama", "Main", "Utama"}
	NavHome       = T{"Beranda", "Home", "Griya"}
	NavServices   = T{"Layanan", "Services", "Palayanan"}
	NavPlaces     = T{"Tempat", "Places", "Papan"}
	NavMap        = T{"Peta", "Map", "Peta"}
	NavAccount    = T{"Akun", "Account", "Akun"}
	NavDesk       = T{"Meja", "Desk", "Meja"}
	AccountOf     = T{"Akun {0}", "Account of {0}", "Akun {0}"}
	Back          = T{"Kembali", "Back", "Wangsul"}
	Search        = T{"Cari", "Search", "Pados"}
	Clear         = T{"Hapus pencarian", "Clear the search", "Busak padosan"}
	Close         = T{"Tutup", "Close", "Tutup"}
	Loading       = T{"Sedang memuat", "Loading", "Saweg dipunbikak"}
	TryAgain      = T{"Coba lagi", "Try again", "Cobi malih"}
	BackHome      = T{"Ke beranda", "Go to home", "Dhateng griya"}
	Optional      = T{"(boleh kosong)", "(optional)", "(kenging suwung)"}
	Language      = T{"Bahasa", "Language", "Basa"}
	Emergency     = T{"Darurat {0}", "Emergency {0}", "Darurat {0}"}
	Danger        = T{"Ada bahaya? Telepon {0} sekarang.", "In danger? Call {0} now.", "Wonten bebaya? Mangga telpon {0} sapunika."}

	OfflineNote   = T{"Sedang tanpa internet. Yang pernah dibuka tetap bisa dibaca.", "You are offline. What you opened before can still be read.", "Saweg tanpa internet. Ingkang sampun nate kabikak tetep saged kawaos."}
	OnlineAgain   = T{"Internet sudah kembali.", "You are online again.", "Internet sampun wangsul."}
	DataOf        = T{"Sedang tanpa internet. Ini data pukul {0}.", "You are offline. This is from {0}.", "Saweg tanpa internet. Punika data tabuh {0}."}
	UpdateReady   = T{"Versi baru sudah siap.", "A new version is ready.", "Versi enggal sampun siyaga."}
	UpdateNow     = T{"Perbarui", "Update", "Enggalaken"}
	InstallTitle  = T{"Pasang di HP", "Add to your phone", "Pasang ing HP"}
	InstallWhy    = T{"Terbuka cepat dari layar depan, juga saat sinyal hilang.", "Opens fast from your home screen, also without a signal.", "Gampil kabikak saking layar ngajeng, ugi menawi sinyal ical."}
	InstallNow    = T{"Pasang", "Add", "Pasang"}
	InstallApple  = T{"Ketuk tombol Bagikan, lalu pilih Tambah ke Layar Utama.", "Tap the Share button, then choose Add to Home Screen.", "Pencet tombol Bagikan, lajeng pilih Tambah ke Layar Utama."}
	InstalledHere = T{"Sudah terpasang di HP ini.", "Already on this phone.", "Sampun kapasang ing HP punika."}
	InstallHow    = T{"Buka menu peramban, lalu pilih Pasang aplikasi.", "Open the browser menu, then choose Install app.", "Bikak menu peramban, lajeng pilih Pasang aplikasi."}
)

// Pages that say that something went wrong.
var (
	LostTitle    = T{"Halaman ini tidak ada", "There is no such page", "Kaca punika boten wonten"}
	LostText     = T{"Alamatnya mungkin salah ketik atau sudah pindah. Cari saja dari sini.", "The address may be mistyped or have moved. Search from here.", "Alamatipun mbokmenawi klentu utawi sampun pindhah. Mangga dipunpadosi saking ngriki."}
	BrokenTitle  = T{"Gagal memuat, dari pihak kami", "It did not load; this is on us", "Dereng saged kabikak, saking kami"}
	BrokenText   = T{"Coba lagi sebentar. Bila tetap gagal, sebutkan kode {0} kepada petugas.", "Try again in a moment. If it still fails, tell an officer the code {0}.", "Mangga dipuncobi malih. Menawi taksih gagal, aturna kodhe {0} dhateng petugas."}
	BrokenPlain  = T{"Coba lagi sebentar. Isian Anda aman.", "Try again in a moment. Your entries are safe.", "Mangga dipuncobi malih. Isian panjenengan aman."}
	OfflineTitle = T{"Sedang tanpa internet", "You are offline", "Saweg tanpa internet"}
	OfflineText  = T{"Halaman ini belum pernah dibuka di HP ini. Yang pernah dibuka tetap bisa dibaca.", "This page was never opened on this phone. What you opened before can still be read.", "Kaca punika dereng nate kabikak ing HP punika. Ingkang sampun kabikak tetep saged kawaos."}
	BusyTitle    = T{"Terlalu banyak permintaan", "Too many requests", "Panyuwunan kathah sanget"}
	BusyText     = T{"Tunggu {0} detik, lalu coba lagi.", "Wait {0} seconds, then try again.", "Mangga ngentosi {0} detik, lajeng dipuncobi malih."}
	DeniedTitle  = T{"Halaman ini bukan untuk umum", "This page is not public", "Kaca punika sanes kangge umum"}
	SigninText   = T{"Masuk dulu dengan akun yang berhak.", "Sign in first with an account that may see it.", "Mangga mlebet rumiyin mawi akun ingkang kagungan hak."}
	DeniedText   = T{"Masuk dengan akun yang berhak, atau kembali ke beranda.", "Sign in with an account that may see it, or go home.", "Mangga mlebet mawi akun ingkang kagungan hak, utawi wangsul dhateng griya."}
)
