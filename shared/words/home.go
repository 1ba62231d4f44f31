package words

// Home, display settings, about.
var (
	Morning   = T{"Selamat pagi", "Good morning", "Sugeng enjing"}
	Noon      = T{"Selamat siang", "Good afternoon", "Sugeng siyang"}
	Afternoon = T{"Selamat sore", "Good afternoon", "Sugeng sonten"}
	Evening   = T{"Selamat malam", "Good evening", "Sugeng dalu"}

	HomeTitle    = T{"Layanan {0} dalam satu rumah", "The services of {0} under one roof", "Palayanan {0} ing satunggal griya"}
	HomeLead     = T{"Cari layanannya, siapkan syaratnya, baru berangkat.", "Find the service, get things ready, then go.", "Padosi palayananipun, siyapaken saratipun, lajeng bidhal."}
	OpenCount    = T{"{0} tempat buka sekarang", "{0} places are open now", "{0} papan bikak sapunika"}
	OpenCountOne = T{"1 tempat buka sekarang", "1 place is open now", "1 papan bikak sapunika"}
	OpenNone     = T{"Semua kantor sedang tutup", "All offices are closed now", "Sedaya kantor saweg tutup"}
	OpenSee      = T{"Lihat yang buka", "See what is open", "Pirsani ingkang bikak"}
	OpenSome     = T{"Yang tetap buka", "What stays open", "Ingkang tetep bikak"}
	FindByKind   = T{"Mau ke mana?", "Where to?", "Badhe tindak pundi?"}
	FindByNeed   = T{"Menurut keperluan", "By what you need", "Miturut kabetahan"}
	WorkingDay   = T{"Hari kerja", "Working day", "Dinten kerja"}
	Weekend      = T{"Akhir pekan", "Weekend", "Pungkasan minggu"}
	NextDayOff   = T{"Libur berikutnya {0}: {1}", "Next day off {0}: {1}", "Prei salajengipun {0}: {1}"}
	OpenUrgent   = T{"Buka siang malam", "Open day and night", "Bikak rinten dalu"}
	OnTheMap     = T{"Di peta", "On the map", "Ing peta"}
	OpenMap      = T{"Buka peta", "Open the map", "Bikak peta"}

	AppsElsewhere  = T{"Milik dinas, di luar sini", "Of the agencies, elsewhere", "Gadhahanipun dinas, ing sanjawi"}
	YoursTitle     = T{"Akun Anda", "Your account", "Akun panjenengan"}
	YoursText      = T{"Data diri, keluarga, keamanan", "Details, family, security", "Data pribadi, kulawarga, kaamanan"}
	YoursGuest     = T{"Masuk dengan nomor HP", "Sign in with your phone", "Mlebet mawi nomer HP"}
	YoursGuestText = T{"Simpan data diri dan keluarga", "Keep your details and your family's", "Nyimpen data pribadi lan kulawarga"}
	YoursDesk      = T{"Meja Anda", "Your desk", "Meja panjenengan"}
	YoursDeskText  = T{"Pekerjaan menurut peran Anda", "The work of your role", "Padamelan miturut peran panjenengan"}
	YoursFill      = T{"Lengkapi data diri", "Complete your details", "Jangkepi data pribadi"}
	YoursFillText  = T{"NIK belum diisi, cukup sekali", "Your NIK is missing, once is enough", "NIK dereng dipunisi, cekap sepisan"}

	DisplayTitle = T{"Tampilan", "Display", "Tampilan"}
	DisplayLead  = T{"Berlaku di HP ini saja.", "For this phone only.", "Namung kangge HP punika."}
	TextSize     = T{"Ukuran huruf", "Text size", "Ageng aksara"}
	TextNormal   = T{"Biasa", "Normal", "Limrah"}
	TextLarge    = T{"Besar", "Large", "Ageng"}
	TextLarger   = T{"Lebih besar", "Larger", "Langkung ageng"}
	Theme        = T{"Warna", "Colours", "Werni"}
	ThemeSystem  = T{"Ikut HP", "Like the phone", "Ndherek HP"}
	ThemeLight   = T{"Terang", "Light", "Padhang"}
	ThemeDark    = T{"Gelap", "Dark", "Peteng"}
	Save         = T{"Simpan", "Save", "Simpen"}
	Saved        = T{"Tersimpan.", "Saved.", "Sampun kasimpen."}
	Sample       = T{"Nomor Anda A-041. Saatnya berangkat pukul 09.15.", "Your number is A-041. Time to leave at 09.15.", "Nomer panjenengan A-041. Wancinipun bidhal tabuh 09.15."}

	AboutTitle       = T{"Tentang aplikasi ini", "About this app", "Bab aplikasi punika"}
	AboutLead        = T{"{0} adalah rumah bagi semua layanan {1}. Gratis, tanpa iklan, tanpa pelacak.", "{0} is home to all services of {1}. Free, no adverts, no trackers.", "{0} punika griyanipun sedaya palayanan {1}. Gratis, tanpa iklan, tanpa pelacak."}
	AboutData        = T{"Dari mana data ini", "Where the data comes from", "Data punika saking pundi"}
	AboutDataText    = T{"Setiap tempat menyebut sumber dan tanggal datanya. Yang belum pasti kami tulis belum pasti.", "Every place names its source and date. What is not certain says so.", "Saben papan nyebat sumber lan tanggal datanipun. Ingkang dereng temtu kaserat dereng temtu."}
	AboutPrivacy     = T{"Yang kami simpan", "What we keep", "Ingkang kami simpen"}
	AboutPrivacyText = T{"Pilihan tampilan disimpan di HP Anda. Catatan perbaikan dikirim ke kantor terkait. Nama di nomor antrean dihapus enam minggu sesudah harinya. Alamat jaringan Anda disamarkan di catatan kami.", "Display choices stay on your phone. Notes go to the office concerned. Names on queue numbers are erased six weeks after their day. Your network address is shortened in our logs.", "Pilihan tampilan kasimpen ing HP panjenengan. Cathetan kakintun dhateng kantor. Asma ing nomer antrian dipunbusak enem minggu sasampunipun dintenipun. Alamat jaringan panjenengan dipunsamaraken."}
	AboutMachines    = T{"Untuk pembuat aplikasi", "For developers", "Kangge pandamel aplikasi"}
	ApiDocs          = T{"Semua data terbuka lewat API", "All public data through the API", "Sedaya data kabikak lumantar API"}
	StyleGuide       = T{"Panduan gaya", "Style guide", "Pandom gaya"}
	VersionLine      = T{"Versi {0}", "Version {0}", "Versi {0}"}
)
