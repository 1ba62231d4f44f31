package words

// Coming in: the doors for citizens and for staff.
var (
	SignIn         = T{"Masuk", "Sign in", "Mlebet"}
	SignInStaff    = T{"Masuk sebagai petugas", "Sign in as staff", "Mlebet minangka petugas"}
	IAmStaff       = T{"Saya petugas", "I am staff", "Kula petugas"}
	EntryTitle     = T{"Masuk dengan nomor HP", "Sign in with your phone", "Mlebet mawi nomer HP"}
	EntryLead      = T{"Kami kirim kode 6 angka ke nomor ini. Tidak perlu kata sandi.", "We send a 6-digit code to this number. No password needed.", "Kami kintun kodhe 6 angka dhateng nomer punika. Boten mawi tembung wadi."}
	EntryPhone     = T{"Nomor HP Anda", "Your phone number", "Nomer HP panjenengan"}
	EntryPhoneHint = T{"Contoh 0812 3456 7890.", "For example 0812 3456 7890.", "Tuladha 0812 3456 7890."}
	SendCode       = T{"Kirim kode", "Send the code", "Kintun kodhe"}
	EntryKey       = T{"Masuk dengan kunci HP", "Sign in with a passkey", "Mlebet mawi kunci HP"}
	EntryKeyWhy    = T{"Sidik jari, wajah, atau PIN, kalau dulu sudah disimpan.", "Fingerprint, face or PIN, if you saved one before.", "Sidhik driji, pasuryan, utawi PIN, menawi sampun kasimpen."}
	CodeTitle      = T{"Tulis kodenya", "Enter the code", "Serat kodhenipun"}
	CodeLead       = T{"Kode sudah kami kirim ke {0}.", "We sent a code to {0}.", "Kodhe sampun kakintun dhateng {0}."}
	CodeLabel      = T{"Kode 6 angka", "6-digit code", "Kodhe 6 angka"}
	DemoTitle      = T{"Rumah contoh", "A house for trying out", "Griya tuladha"}
	DemoCode       = T{"Pesan tidak benar-benar dikirim. Kodenya {0}.", "No message is really sent. The code is {0}.", "Pesen boten saestu kakintun. Kodhenipun {0}."}
	AnotherCode    = T{"Kirim kode lagi", "Send another code", "Kintun kodhe malih"}
	AnotherIn      = T{"Kirim kode lagi dalam {0}", "Send another code in {0}", "Kintun kodhe malih, {0} malih"}
	WrongNumber    = T{"Nomor salah? Ganti nomor", "Wrong number? Change it", "Nomer klentu? Gantos nomer"}
	TryIn          = T{"Coba lagi dalam {0}.", "Try again in {0}.", "Cobi malih sasampunipun {0}."}
	InSeconds      = T{"{0} detik", "{0} s", "{0} detik"}
	InMinutes      = T{"{0} menit", "{0} min", "{0} menit"}
	InHours        = T{"{0} jam", "{0} h", "{0} jam"}
	NameTitle      = T{"Siapa nama Anda?", "What is your name?", "Asmanipun sinten?"}
	NameLead       = T{"Supaya petugas tahu siapa yang dipanggil.", "So that officers know whom to call.", "Supados petugas mangertos sinten ingkang dipuntimbali."}
	FullName       = T{"Nama lengkap", "Full name", "Asma jangkep"}
	FullNameHint   = T{"Seperti di KTP atau KK.", "As on the KTP or KK.", "Kados ing KTP utawi KK."}
	GoOn           = T{"Lanjut", "Go on", "Lajeng"}
	KeyTitle       = T{"Simpan kunci di HP ini?", "Save a passkey on this phone?", "Simpen kunci ing HP punika?"}
	KeyLead        = T{"Lain kali cukup sidik jari atau PIN, tanpa menunggu kode.", "Next time a fingerprint or PIN is enough, no code to wait for.", "Benjing cekap sidhik driji utawi PIN, boten ngentosi kodhe."}
	KeepKey        = T{"Simpan kunci", "Save a passkey", "Simpen kunci"}
	NotNow         = T{"Nanti saja", "Not now", "Mangke kemawon"}
	ThisPhone      = T{"HP ini", "This phone", "HP punika"}
	InsideTitle    = T{"Anda sudah masuk", "You are signed in", "Panjenengan sampun mlebet"}
	InsideText     = T{"Akun Anda terbuka di perangkat ini.", "Your account is open on this device.", "Akun panjenengan kabikak ing piranti punika."}
	NotMe          = T{"Bukan saya, ganti akun", "Not me, change account", "Sanes kula, gantos akun"}

	StaffLead     = T{"Untuk pegawai yang sudah diundang kantornya.", "For officers whose office has invited them.", "Kangge petugas ingkang sampun dipunulemi kantoripun."}
	StaffKey      = T{"Masuk dengan kunci", "Sign in with a passkey", "Mlebet mawi kunci"}
	Email         = T{"Surel", "Email", "Surel"}
	PasswordLabel = T{"Kata sandi", "Password", "Tembung wadi"}
	Show          = T{"Lihat", "Show", "Tingali"}
	Hide          = T{"Tutupi", "Hide", "Tutupi"}
	TotpLabel     = T{"Kode autentikator", "Authenticator code", "Kodhe autentikator"}
	TotpHint      = T{"6 angka dari aplikasi autentikator di HP Anda.", "6 digits from the authenticator app on your phone.", "6 angka saking aplikasi autentikator ing HP panjenengan."}

	InvitedTitle    = T{"Undangan petugas", "Staff invitation", "Ulem petugas"}
	InvitedGone     = T{"Undangan tidak berlaku", "This invitation does not work", "Ulem boten lumampah"}
	InvitedApp      = T{"1. Pasang kode autentikator", "1. Set up the authenticator", "1. Pasang kodhe autentikator"}
	InvitedAppText  = T{"Buka aplikasi autentikator di HP, lalu pindai gambar ini. Tiap masuk, aplikasi itu memberi kode baru.", "Open an authenticator app and scan this picture. It gives a new code each time you sign in.", "Bikak aplikasi autentikator ing HP, lajeng pindai gambar punika. Saben mlebet, aplikasi maringi kodhe enggal."}
	InvitedQR       = T{"Kode QR untuk aplikasi autentikator", "QR code for the authenticator app", "Kodhe QR kangge aplikasi autentikator"}
	InvitedOpen     = T{"Buka di aplikasi HP ini", "Open in an app on this phone", "Bikak ing aplikasi HP punika"}
	InvitedSecret   = T{"Tidak bisa memindai? Ketik kunci ini di aplikasi:", "Cannot scan? Type this key into the app:", "Boten saged mindai? Serat kunci punika ing aplikasi:"}
	InvitedPassword = T{"2. Buat kata sandi", "2. Choose a password", "2. Damel tembung wadi"}
	NewPassword     = T{"Kata sandi baru", "New password", "Tembung wadi enggal"}
	PasswordAdvice  = T{"Paling sedikit 12 huruf. Empat kata yang mudah Anda ingat sudah kuat.", "At least 12 letters. Four words you remember easily are strong.", "Paling sekedhik 12 aksara. Sekawan tembung ingkang gampil kaengetan sampun kiyat."}
	PasswordShort   = T{"Kurang {0} huruf lagi.", "{0} more letters needed.", "Kirang {0} aksara malih."}
	PasswordEnough  = T{"Cukup panjang. Lebih panjang lebih kuat.", "Long enough. Longer is stronger.", "Cekap panjang. Langkung panjang langkung kiyat."}
	PasswordLong    = T{"Panjang dan kuat.", "Long and strong.", "Panjang lan kiyat."}
	InvitedAccept   = T{"Terima dan masuk", "Accept and sign in", "Tampi lan mlebet"}
)

// What stands where somebody may not go.
var (
	GateGuest       = T{"Masuk dulu", "Sign in first", "Mangga mlebet rumiyin"}
	GateGuestText   = T{"Halaman ini berisi data Anda. Masuk supaya hanya Anda yang melihatnya.", "This page holds your own data. Sign in so that only you see it.", "Kaca punika isi data panjenengan. Mangga mlebet supados namung panjenengan ingkang mirsani."}
	GateDesk        = T{"Halaman ini untuk petugas", "This page is for staff", "Kaca punika kangge petugas"}
	GateDeskText    = T{"Masuk dengan akun petugas yang diberikan kantor Anda.", "Sign in with the staff account your office gave you.", "Mangga mlebet mawi akun petugas saking kantor."}
	GateCitizen     = T{"Halaman ini untuk akun warga", "This page is for citizens", "Kaca punika kangge akun warga"}
	GateCitizenText = T{"Anda masuk sebagai petugas. Untuk urusan sendiri, masuk dengan nomor HP.", "You are signed in as staff. For your own matters sign in with your phone.", "Panjenengan mlebet minangka petugas. Kangge prakawis pribadi, mlebet mawi nomer HP."}
	GateRole        = T{"Peran Anda belum mencakup ini", "Your role does not cover this", "Peran panjenengan dereng ngemot punika"}
	GateRoleText    = T{"Halaman ini butuh peran {0}. Minta ke admin kantor Anda.", "This page needs the role {0}. Ask the admin of your office.", "Kaca punika mbetahaken peran {0}. Mangga nyuwun dhateng admin kantor."}
	ToDesk          = T{"Ke meja saya", "To my desk", "Dhateng meja kula"}
)

// The reader's own account.
var (
	AccountTitle  = T{"Akun", "Account", "Akun"}
	GuestLead     = T{"Masuk dengan nomor HP supaya urusan Anda tersimpan di satu tempat.", "Sign in with your phone to keep your matters in one place.", "Mlebet mawi nomer HP supados prakawis kasimpen ing satunggal papan."}
	GuestQueue    = T{"Data diri cukup diisi sekali.", "Enter your details only once.", "Data pribadi cekap dipunisi sepisan."}
	GuestFamily   = T{"Urus juga anak dan orang tua Anda.", "Act for your children and parents too.", "Ngurus ugi putra lan tiyang sepuh."}
	GuestOpened   = T{"Lihat petugas mana yang membuka data Anda.", "See which officer opened your data.", "Mirsani petugas pundi ingkang mbikak data."}
	GuestFree     = T{"Mencari layanan dan tempat tetap bisa tanpa akun.", "Finding services and places needs no account.", "Madosi palayanan lan papan boten mbetahaken akun."}
	DisplayRow    = T{"Tampilan dan bahasa", "Display and language", "Tampilan lan basa"}
	NoName        = T{"Belum ada nama", "No name yet", "Dereng wonten asma"}
	LevelPhone    = T{"Nomor HP sudah dicek", "Phone number checked", "Nomer HP sampun kapriksa"}
	LevelNIK      = T{"NIK sudah dicek petugas", "NIK checked by an officer", "NIK sampun kapriksa petugas"}
	NextLevel     = T{"Satu langkah lagi: verifikasi NIK", "One step more: verify your NIK", "Setunggal tataran malih: verifikasi NIK"}
	NextLevelFill = T{"Isi NIK dulu, lalu tunjukkan KTP di meja verifikasi mana saja. Setelah itu KTP tidak perlu diperiksa lagi untuk urusan lewat aplikasi ini.", "Enter your NIK, then show your KTP at any verifier desk. After that nobody needs to check your KTP again for what you do in this app.", "NIK dipunisi rumiyin, lajeng KTP katedahaken ing meja verifikasi pundi kemawon. Sasampunipun, KTP boten perlu dipunpriksa malih kangge prakawis ing aplikasi punika."}
	NextLevelShow = T{"Tunjukkan KTP di meja verifikasi mana saja. Setelah itu KTP tidak perlu diperiksa lagi untuk urusan lewat aplikasi ini.", "Show your KTP at any verifier desk. After that nobody needs to check your KTP again for what you do in this app.", "KTP katedahaken ing meja verifikasi pundi kemawon. Sasampunipun, KTP boten perlu dipunpriksa malih kangge prakawis ing aplikasi punika."}
	FillProfile   = T{"Isi data diri", "Enter your details", "Isi data pribadi"}
	DeskRowText   = T{"Pekerjaan Anda hari ini", "Your work today", "Pakaryan dinten punika"}
	Leave         = T{"Keluar", "Sign out", "Medal"}
	LeaveAsk      = T{"Keluar dari perangkat ini?", "Sign out of this device?", "Medal saking piranti punika?"}
	LeaveWhy      = T{"Data Anda di perangkat ini dihapus, juga yang belum terkirim. Di akun tetap ada.", "Your data on this device is removed, also what is not sent yet. It stays in your account.", "Data ing piranti punika dipunbusak, ugi ingkang dereng kakintun. Ing akun tetep wonten."}
	Stay          = T{"Tetap masuk", "Stay signed in", "Tetep mlebet"}
	Keep          = T{"Tidak jadi", "Leave it as it is", "Boten sios"}
	Cancel        = T{"Batal", "Cancel", "Wurung"}
	Change        = T{"Ganti", "Change", "Gantos"}
	ChangeOf      = T{"Ganti {0}", "Change {0}", "Gantos {0}"}
	Remove        = T{"Hapus", "Remove", "Busak"}
	Removed       = T{"Sudah dihapus.", "Removed.", "Sampun kabusak."}
	ShowMore      = T{"Tampilkan lebih banyak", "Show more", "Tampilaken langkung kathah"}
	MindThis      = T{"Perhatikan:", "Mind this:", "Mangga dipungatosaken:"}
	LookTwice     = T{"Tersimpan. Coba lihat sekali lagi:", "Saved. Please look once more:", "Sampun kasimpen. Mangga dipunpriksani malih:"}
	ChooseOne     = T{"Pilih", "Choose", "Pilih"}

	ProfileTitle  = T{"Data diri", "Your details", "Data pribadi"}
	ProfileLead   = T{"Isi yang Anda mau saja. Bisa dilengkapi kapan saja.", "Enter only what you want. You can add more at any time.", "Isi sawontenipun. Saged dipunjangkepi benjing."}
	ProfileEmpty  = T{"NIK belum diisi", "NIK not entered yet", "NIK dereng dipunisi"}
	BornLabel     = T{"Tanggal lahir", "Date of birth", "Tanggal lair"}
	NumbersTitle  = T{"Nomor kependudukan", "Identity numbers", "Nomer kependudukan"}
	NumbersWhy    = T{"Disimpan tersandi. Petugas yang membukanya tercatat, dan Anda bisa melihatnya.", "Kept encrypted. Every officer who opens them is recorded, and you can see it.", "Kasimpen mawi sandi. Petugas ingkang mbikak kacathet, lan panjenengan saged mirsani."}
	NIKHint       = T{"16 angka di KTP atau KK.", "16 digits on the KTP or KK.", "16 angka ing KTP utawi KK."}
	KKLabel       = T{"Nomor KK", "KK number", "Nomer KK"}
	KKHint        = T{"16 angka di kiri atas Kartu Keluarga.", "16 digits at the top of the family card.", "16 angka ing nginggil Kartu Keluarga."}
	BPJSLabel     = T{"Nomor kartu BPJS", "BPJS card number", "Nomer kertu BPJS"}
	BPJSHint      = T{"13 angka di kartu JKN.", "13 digits on the JKN card.", "13 angka ing kertu JKN."}
	ForgetNumber  = T{"Hapus {0}", "Remove {0}", "Busak {0}"}
	WillForget    = T{"Dihapus saat Anda menyimpan.", "Removed when you save.", "Kabusak menawi dipunsimpen."}
	LivesTitle    = T{"Tempat tinggal", "Where you live", "Papan dunung"}
	DistrictLabel = T{"Kecamatan", "District", "Kecamatan"}
	VillageLabel  = T{"Desa atau kelurahan", "Village", "Desa utawi kelurahan"}
	VillageHint   = T{"Pilih kecamatan dulu.", "Choose the district first.", "Pilih kecamatan rumiyin."}
	AddressLabel  = T{"Alamat", "Address", "Alamat"}
	AddressHint   = T{"Jalan, nomor, RT dan RW.", "Street, number, RT and RW.", "Margi, nomer, RT lan RW."}

	FamilyTitle     = T{"Keluarga", "Family", "Brayat"}
	FamilyLead      = T{"Orang yang Anda urus: anak, orang tua, pasangan.", "People you act for: children, parents, spouse.", "Tiyang ingkang panjenengan urus: putra, tiyang sepuh, garwa."}
	FamilyNone      = T{"Belum ada", "Nobody yet", "Dereng wonten"}
	FamilyCount     = T{"{0} orang", "{0} people", "{0} tiyang"}
	FamilyEmpty     = T{"Belum ada keluarga di sini", "No family here yet", "Dereng wonten brayat ing ngriki"}
	FamilyEmptyText = T{"Tambahkan orang yang Anda urus, supaya datanya tidak diketik ulang.", "Add the people you act for, so that nobody types their data again.", "Tambahaken tiyang ingkang panjenengan urus, supados boten nyerat malih."}
	AddMember       = T{"Tambah keluarga", "Add a family member", "Tambah brayat"}
	MemberTitle     = T{"Anggota keluarga", "Family member", "Anggota brayat"}
	RelationAsk     = T{"Siapa bagi Anda?", "Who are they to you?", "Sinten kangge panjenengan?"}
	RelationChild   = T{"Anak", "Child", "Putra"}
	RelationParent  = T{"Orang tua", "Parent", "Tiyang sepuh"}
	RelationSpouse  = T{"Suami atau istri", "Spouse", "Garwa"}
	RelationOther   = T{"Yang saya rawat", "Someone I look after", "Ingkang kula rumat"}
	AgeYears        = T{"{0} tahun", "{0} years", "{0} taun"}
	AgeMonths       = T{"{0} bulan", "{0} months", "{0} wulan"}
	NoNIKYet        = T{"Belum punya NIK", "No NIK yet", "Dereng gadhah NIK"}
	NoNIKWhy        = T{"Misalnya bayi baru lahir. NIK bisa ditambahkan nanti.", "A newborn for example. The NIK can be added later.", "Umpaminipun bayi nembe lair. NIK saged katambahaken benjing."}
	RemoveMember    = T{"Hapus dari keluarga", "Remove from family", "Busak saking brayat"}
	RemoveAsk       = T{"Hapus {0} dari keluarga?", "Remove {0} from your family?", "Busak {0} saking brayat?"}
	RemoveWhy       = T{"Datanya hilang dari akun ini. Bisa ditambahkan lagi nanti.", "Their data leaves this account. You can add them again later.", "Datanipun ical saking akun punika. Saged katambahaken malih."}

	SecurityTitle   = T{"Keamanan", "Security", "Keamanan"}
	SecurityRow     = T{"Perangkat dan kunci masuk", "Devices and passkeys", "Piranti lan kunci"}
	SecurityLead    = T{"Di mana akun Anda terbuka, dan kunci apa yang membukanya.", "Where your account is open, and which keys open it.", "Ing pundi akun kabikak, lan kunci punapa ingkang mbikak."}
	DevicesTitle    = T{"Perangkat", "Devices", "Piranti"}
	ThisDevice      = T{"Perangkat ini", "This device", "Piranti punika"}
	SeenAt          = T{"terakhir {0}", "last seen {0}", "pungkasan {0}"}
	ByCode          = T{"Kode HP", "Phone code", "Kodhe HP"}
	ByPasskey       = T{"Kunci HP", "Passkey", "Kunci HP"}
	ByPassword      = T{"Kata sandi", "Password", "Tembung wadi"}
	SignOutDevice   = T{"Keluarkan", "Sign out", "Wedalaken"}
	LeaveEverywhere = T{"Keluar dari semua perangkat", "Sign out everywhere", "Medal saking sedaya piranti"}
	EverywhereAsk   = T{"Keluar dari semua perangkat?", "Sign out of all devices?", "Medal saking sedaya piranti?"}
	EverywhereWhy   = T{"Termasuk perangkat ini. Anda perlu masuk lagi.", "This one included. You will have to sign in again.", "Kalebet piranti punika. Panjenengan kedah mlebet malih."}
	KeysTitle       = T{"Kunci masuk", "Passkeys", "Kunci mlebet"}
	KeysWhy         = T{"Masuk dengan sidik jari, wajah, atau PIN. Kunci tidak bisa dibacakan ke penipu.", "Sign in with fingerprint, face or PIN. A passkey cannot be read out to a fraudster.", "Mlebet mawi sidhik driji, pasuryan, utawi PIN. Kunci boten saged dipunwaosaken dhateng penipu."}
	NoKeys          = T{"Belum ada kunci.", "No passkeys yet.", "Dereng wonten kunci."}
	KeysNotHere     = T{"Peramban ini belum bisa menyimpan kunci.", "This browser cannot keep passkeys.", "Peramban punika dereng saged nyimpen kunci."}
	AddKey          = T{"Simpan kunci di perangkat ini", "Save a passkey on this device", "Simpen kunci ing piranti punika"}
	KeyKept         = T{"Kunci tersimpan.", "Passkey saved.", "Kunci sampun kasimpen."}
	KeyAdded        = T{"Disimpan {0}", "Saved {0}", "Kasimpen {0}"}
	KeyUsed         = T{"dipakai {0}", "used {0}", "kaagem {0}"}
	KeyUnused       = T{"belum pernah dipakai", "never used", "dereng nate kaagem"}
	RemoveKey       = T{"Hapus kunci", "Remove the passkey", "Busak kunci"}
	RemoveKeyAsk    = T{"Hapus kunci {0}?", "Remove the passkey {0}?", "Busak kunci {0}?"}
	RemoveKeyWhy    = T{"Perangkat itu tidak bisa lagi masuk dengan kunci ini.", "That device can no longer sign in with it.", "Piranti punika boten saged malih mlebet mawi kunci punika."}

	OpenedTitle    = T{"Siapa membuka data saya", "Who opened my data", "Sinten mbikak data kula"}
	OpenedRow      = T{"Catatan tiap kali petugas membukanya", "A record of each time an officer did", "Cathetan saben petugas mbikak"}
	OpenedLead     = T{"Setiap kali petugas membuka nomor Anda, tercatat di sini.", "Each time an officer opens your numbers it is recorded here.", "Saben petugas mbikak nomer panjenengan, kacathet ing ngriki."}
	OpenedNone     = T{"Belum ada yang membuka data Anda", "Nobody has opened your data", "Dereng wonten ingkang mbikak data"}
	OpenedNoneText = T{"Nama petugas, kantor, dan keperluannya akan muncul di sini.", "The officer's name, office and purpose will appear here.", "Asma petugas, kantor, lan kabetahanipun badhe katingal ing ngriki."}
	OpenedNumbers  = T{"Membuka NIK dan KK", "Opened NIK and KK", "Mbikak NIK lan KK"}
	OpenedDocument = T{"Membuka dokumen", "Opened a document", "Mbikak dokumen"}
	OpenedOther    = T{"Membuka data", "Opened data", "Mbikak data"}
	OfYours        = T{"milik Anda", "of yours", "kagungan panjenengan"}
	OfMember       = T{"milik {0}", "of {0}", "kagungan {0}"}
	OpenedFor      = T{"Keperluan: {0}", "Purpose: {0}", "Kabetahan: {0}"}
	OpenedOdd      = T{"Ada yang tidak Anda kenali? Tanyakan ke kantor yang tertulis, atau ke Inspektorat.", "Something you do not recognise? Ask the office named, or the inspectorate.", "Wonten ingkang boten dipuntepangi? Mangga tanglet kantor kasebat, utawi Inspektorat."}

	DataTitle      = T{"Data saya", "My data", "Data kula"}
	DataRow        = T{"Unduh, atau hapus akun", "Download, or delete the account", "Unduh, utawi busak akun"}
	ExportTitle    = T{"Unduh data saya", "Download my data", "Unduh data kula"}
	ExportText     = T{"Semua yang kami simpan tentang Anda dan keluarga, dalam satu berkas.", "All we keep about you and your family, in one file.", "Sedaya ingkang kami simpen babagan panjenengan lan brayat, ing satunggal berkas."}
	ExportNow      = T{"Unduh berkas", "Download the file", "Unduh berkas"}
	ExportCare     = T{"Berkas ini berisi NIK lengkap. Simpan baik-baik.", "The file has the full NIK in it. Keep it safe.", "Berkas punika isi NIK jangkep. Mangga dipunsimpen ingkang sae."}
	CloseTitle     = T{"Hapus akun", "Delete the account", "Busak akun"}
	CloseGoes      = T{"Yang dihapus", "What goes", "Ingkang kabusak"}
	CloseGoesText  = T{"Nama, nomor HP, nomor kependudukan, alamat, keluarga, kunci, dan semua perangkat.", "Name, phone, identity numbers, address, family, passkeys and all devices.", "Asma, nomer HP, nomer kependudukan, alamat, brayat, kunci, lan sedaya piranti."}
	CloseStays     = T{"Yang tetap ada menurut aturan", "What stays by law", "Ingkang tetep miturut aturan"}
	CloseStaysText = T{"Catatan petugas yang membuka data, tanpa nama Anda. Permohonan yang sudah dikirim dan surat yang sudah terbit menjadi arsip kantor: tidak dibuka lagi, dan dihapus setelah masa simpannya.", "The record of officers who opened data, without your name. Applications that were sent and letters that were issued are archives of the office: nobody opens them any more, and they are erased when their time is over.", "Cathetan petugas ingkang mbikak data, tanpa asma panjenengan. Panyuwunan ingkang sampun kakintun lan serat ingkang sampun medal dados arsip kantor: boten dipunbikak malih, lan kabusak sasampunipun wekdal simpenipun."}
	CloseSure      = T{"Saya mengerti, ini tidak bisa dibatalkan", "I understand that this cannot be undone", "Kula mangertos, punika boten saged dipunwurungaken"}
	CloseSureText  = T{"Centang dulu untuk bisa menghapus.", "Tick this before you can delete.", "Mangga dipuncenthang rumiyin."}
	CloseAccount   = T{"Hapus akun saya", "Delete my account", "Busak akun kula"}
	CloseAsk       = T{"Hapus akun sekarang?", "Delete the account now?", "Busak akun sapunika?"}
	CloseWhy       = T{"Semua data di atas hilang dan tidak bisa dikembalikan.", "All of the above is gone and cannot come back.", "Sedaya data kasebat ical lan boten saged wangsul."}
)

// The desk of those who look after accounts.
var (
	DeskTitle       = T{"Meja", "Desk", "Meja"}
	DeskNothing     = T{"Belum ada yang perlu dikerjakan di sini", "Nothing to do here yet", "Dereng wonten ingkang kedah dipuntindakaken"}
	DeskNothingText = T{"Layar untuk peran Anda sedang disiapkan. Muncul di sini begitu siap.", "The screens for your role are being prepared. They appear here once ready.", "Layar kangge peran panjenengan saweg dipunsiapaken. Katingal ing ngriki menawi sampun siyaga."}
	DeskServices    = T{"Layanan", "Services", "Palayanan"}
	DeskServicesRow = T{"Syarat, biaya, dan waktu yang dibaca warga", "Requirements, fees and times citizens read", "Sarat, ragad, lan wekdal ingkang kawaos warga"}
	DeskPlaces      = T{"Tempat", "Places", "Papan"}
	DeskPlacesRow   = T{"Jam buka, alamat, dan telepon", "Hours, addresses and phones", "Jam bikak, alamat, lan telpon"}
	MyRoles         = T{"Peran Anda", "Your roles", "Peran panjenengan"}
	NoRoles         = T{"Belum ada peran. Minta ke admin kantor Anda.", "No roles yet. Ask the admin of your office.", "Dereng wonten peran. Mangga nyuwun dhateng admin kantor."}

	RoleCounter  = T{"Petugas loket", "Counter officer", "Petugas loket"}
	RoleVerifier = T{"Verifikator", "Verifier", "Verifikator"}
	RoleSigner   = T{"Penanda tangan", "Signer", "Ingkang tapak asma"}
	RoleAgency   = T{"Admin kantor", "Office admin", "Admin kantor"}
	RoleCommand  = T{"Operator pusat komando", "Command centre operator", "Operator pusat komando"}
	RoleRegency  = T{"Admin kabupaten", "Regency admin", "Admin kabupaten"}
	RoleAuditor  = T{"Auditor", "Auditor", "Auditor"}
	RoleOther    = T{"Peran lain", "Another role", "Peran sanes"}
	WholeRegion  = T{"seluruh wilayah", "the whole region", "sedaya wewengkon"}

	StaffTitle      = T{"Petugas", "Staff", "Petugas"}
	StaffRow        = T{"Undang, beri, dan cabut peran", "Invite, give and revoke roles", "Ngulemi, maringi, lan mundhut peran"}
	StaffAbout      = T{"Siapa memegang peran apa di kantor Anda.", "Who holds which role in your offices.", "Sinten ingkang ngasta peran ing kantor panjenengan."}
	FindStaff       = T{"Cari nama atau surel", "Find a name or email", "Pados asma utawi surel"}
	NoStaff         = T{"Tidak ada petugas yang cocok", "No staff found", "Boten wonten petugas ingkang cocog"}
	NoStaffText     = T{"Coba nama lain, atau undang petugas baru.", "Try another name, or invite somebody.", "Cobi asma sanes, utawi ngulemi petugas enggal."}
	NameColumn      = T{"Nama", "Name", "Asma"}
	RolesColumn     = T{"Peran", "Roles", "Peran"}
	SeenColumn      = T{"Terakhir masuk", "Last seen", "Pungkasan mlebet"}
	SeenLine        = T{"Terakhir {0}", "Last {0}", "Pungkasan {0}"}
	AskToFill       = T{"Minta warga mengisinya di Akun, lalu Data diri. Setelah itu cari lagi.", "Ask them to enter it under Account, Your details. Then search again.", "Aturi warga ngisi ing Akun, lajeng Data pribadi. Sasampunipun padosi malih."}
	NeverSeen       = T{"Belum pernah masuk", "Never signed in", "Dereng nate mlebet"}
	AddRole         = T{"Tambah peran", "Add a role", "Tambah peran"}
	GiveRole        = T{"Beri peran", "Give the role", "Paringi peran"}
	TakeBack        = T{"Cabut", "Revoke", "Pundhut"}
	TakeAsk         = T{"Yakin dicabut?", "Take it back?", "Saestu dipunpundhut?"}
	TakeRole        = T{"{0} dicabut dari {1}. Berlaku saat itu juga.", "{0} is taken from {1}, at once.", "{0} dipunpundhut saking {1}. Lumampah sanalika."}
	OpenInvitations = T{"Undangan yang belum diterima", "Invitations not yet accepted", "Ulem ingkang dereng katampi"}
	ValidUntil      = T{"Berlaku sampai {0}", "Valid until {0}", "Lumampah ngantos {0}"}
	Withdraw        = T{"Tarik", "Withdraw", "Tarik"}
	WithdrawWhy     = T{"Tautan undangan untuk {0} tidak berlaku lagi.", "The invitation link for {0} stops working.", "Tautan ulem kangge {0} boten lumampah malih."}
	InviteStaff     = T{"Undang petugas", "Invite staff", "Ulemi petugas"}
	WorkEmail       = T{"Surel kantor", "Work email", "Surel kantor"}
	RoleLabel       = T{"Peran", "Role", "Peran"}
	AgencyLabel     = T{"Kantor", "Office", "Kantor"}
	PlaceLabel      = T{"Tempat", "Place", "Papan"}
	AllPlaces       = T{"Semua tempat kantor ini", "All places of this office", "Sedaya papan kantor punika"}
	MakeInvitation  = T{"Buat undangan", "Make the invitation", "Damel ulem"}
	InvitationMade  = T{"Undangan untuk {0} sudah dibuat", "The invitation for {0} is made", "Ulem kangge {0} sampun dados"}
	InvitationOnce  = T{"Tautan ini hanya tampil sekali. Salin dan kirim bila surel tidak sampai.", "This link is shown once. Copy and send it if the mail does not arrive.", "Tautan punika katingal sepisan. Salin lan kintun menawi surel boten dumugi."}
	InvitationLink  = T{"Tautan undangan", "Invitation link", "Tautan ulem"}
	CopyLink        = T{"Salin tautan", "Copy the link", "Salin tautan"}
	DoneNow         = T{"Selesai", "Done", "Rampung"}

	PeopleTitle      = T{"Warga", "Citizens", "Warga"}
	PeopleRow        = T{"Cocokkan KTP dan verifikasi NIK", "Compare the KTP and verify the NIK", "Nyocogaken KTP lan verifikasi NIK"}
	PeopleLead       = T{"Untuk warga yang sedang di depan meja Anda.", "For the citizen who stands at your desk.", "Kangge warga ingkang wonten ing ngajeng meja."}
	PersonNumber     = T{"Nomor HP atau NIK", "Phone number or NIK", "Nomer HP utawi NIK"}
	PersonNumberHint = T{"Minta warga menyebutkannya.", "Ask the citizen to tell it.", "Kasuwun warga ingkang nyebataken."}
	PersonNone       = T{"Tidak ketemu", "Not found", "Boten kepanggih"}
	PersonNoneText   = T{"Periksa nomornya. Mungkin warga ini belum punya akun.", "Check the number. They may have no account yet.", "Nomeripun dipunpriksani. Mbokmenawi dereng gadhah akun."}
	PersonFound      = T{"Warga ini", "This citizen", "Warga punika"}
	NotFilled        = T{"belum diisi", "not entered", "dereng dipunisi"}
	OpenNumbers      = T{"Buka NIK", "Open the NIK", "Bikak NIK"}
	CitizenSees      = T{"Warga akan melihatnya", "The citizen will see this", "Warga badhe mirsani"}
	CitizenSeesText  = T{"Nama, kantor, dan keperluan Anda tercatat di akunnya.", "Your name, office and purpose are recorded in their account.", "Asma, kantor, lan kabetahan panjenengan kacathet ing akunipun."}
	PurposeAsk       = T{"Untuk keperluan apa?", "For what purpose?", "Kangge kabetahan punapa?"}
	PurposeVerify    = T{"Mencocokkan KTP untuk verifikasi", "Comparing the KTP to verify it", "Nyocogaken KTP kangge verifikasi"}
	PurposeApply     = T{"Memproses permohonan warga", "Working on the citizen's application", "Nindakaken panyuwunan warga"}
	PurposeMend      = T{"Membetulkan data atas permintaan warga", "Mending data the citizen asked about", "Ndandosi data awit panyuwunan warga"}
	PurposeOwn       = T{"Keperluan lain", "Another purpose", "Kabetahan sanes"}
	PurposeText      = T{"Tulis keperluannya", "Write the purpose", "Serat kabetahanipun"}
	VerifyNow        = T{"KTP cocok, verifikasi", "The KTP matches, verify", "KTP cocog, verifikasi"}
	VerifiedNow      = T{"NIK warga ini sudah terverifikasi.", "This citizen's NIK is verified.", "NIK warga punika sampun kapriksa."}

	AuditTitle    = T{"Catatan", "Log", "Cathetan"}
	AuditRow      = T{"Apa yang dilakukan petugas", "What staff did", "Punapa ingkang dipuntindakaken petugas"}
	AuditLead     = T{"Yang dilakukan petugas, terbaru di atas. Catatan ini tidak bisa diubah.", "What staff did, newest first. This log cannot be changed.", "Ingkang dipuntindakaken petugas, enggal ing nginggil. Cathetan punika boten saged dipunewahi."}
	FindAudit     = T{"Cari petugas, tindakan, atau alamat", "Find an officer, action or address", "Pados petugas, tindakan, utawi alamat"}
	OnlyAlarms    = T{"Hanya peringatan", "Warnings only", "Namung pepenget"}
	Alarm         = T{"Peringatan", "Warning", "Pepenget"}
	AuditNone     = T{"Tidak ada catatan yang cocok", "No entries found", "Boten wonten cathetan ingkang cocog"}
	AuditNoneText = T{"Coba kata lain, atau tampilkan semua.", "Try another word, or show all.", "Cobi tembung sanes, utawi tampilaken sedaya."}
	WhenColumn    = T{"Waktu", "Time", "Wekdal"}
	WhoColumn     = T{"Petugas", "Officer", "Petugas"}
	WhatColumn    = T{"Tindakan", "Action", "Tindakan"}
	OutcomeColumn = T{"Hasil", "Outcome", "Asil"}
	DidWell       = T{"Berhasil", "Done", "Kasil"}
	Refused       = T{"Ditolak", "Refused", "Katampik"}
	WasRefused    = T{"Ditolak, {0}", "Refused, {0}", "Katampik, {0}"}
	WentWrong     = T{"Gagal, {0}", "Failed, {0}", "Gagal, {0}"}
	NeverEnded    = T{"Tidak selesai", "Never ended", "Boten rampung"}
)

// What staff did, as the log tells it.
var (
	DidEnter       = T{"Masuk dengan kata sandi", "Signed in with a password", "Mlebet mawi tembung sandhi"}
	DidEnterKey    = T{"Masuk dengan kunci", "Signed in with a key", "Mlebet mawi kunci"}
	DidAccept      = T{"Menerima undangan", "Accepted an invitation", "Nampi undangan"}
	DidLeave       = T{"Keluar", "Signed out", "Medal"}
	DidInvite      = T{"Mengundang petugas", "Invited an officer", "Ngundang petugas"}
	DidWithdraw    = T{"Menarik undangan", "Withdrew an invitation", "Narik undangan"}
	DidGrant       = T{"Memberi peran", "Gave a role", "Maringi peran"}
	DidRevoke      = T{"Mencabut peran", "Took a role back", "Njabut peran"}
	DidFind        = T{"Mencari warga", "Looked for a citizen", "Madosi warga"}
	DidOpen        = T{"Membuka data warga", "Opened a citizen's data", "Mbikak data warga"}
	DidVerify      = T{"Memeriksa NIK warga", "Checked a citizen's NIK", "Mriksa NIK warga"}
	DidNewService  = T{"Membuat layanan", "Created a service", "Damel palayanan"}
	DidSaveService = T{"Menyimpan draf layanan", "Saved a draft of a service", "Nyimpen draf palayanan"}
	DidSendService = T{"Menerbitkan layanan", "Published a service", "Mababar palayanan"}
	DidDropService = T{"Membuang draf layanan", "Threw a draft of a service away", "Mbucal draf palayanan"}
	DidEndService  = T{"Menarik layanan", "Retired a service", "Narik palayanan"}
	DidSavePlace   = T{"Menyimpan draf tempat", "Saved a draft of a place", "Nyimpen draf papan"}
	DidSendPlace   = T{"Menerbitkan tempat", "Published a place", "Mababar papan"}
	DidDropPlace   = T{"Membuang draf tempat", "Threw a draft of a place away", "Mbucal draf papan"}
	DidSettle      = T{"Menutup catatan warga", "Settled a note from a citizen", "Nutup cathetan warga"}
)
