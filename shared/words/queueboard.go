package words

// The board that shows who is called.
var (
	BoardTitle      = T{"Papan antrean", "Queue board", "Papan antrian"}
	BoardCalled     = T{"Silakan masuk", "Please come in", "Mangga mlebet"}
	BoardLast       = T{"Terakhir dipanggil", "Called last", "Pungkasan dipuntimbali"}
	BoardAgain      = T{"Panggilan ulang", "Called again", "Dipuntimbali malih"}
	BoardNobody     = T{"Belum ada panggilan", "Nobody has been called yet", "Dereng wonten timbalan"}
	BoardNobodyText = T{"Nomor yang dipanggil tampil besar di sini.", "Called numbers show here in large.", "Nomer ingkang dipuntimbali katingal ageng ing ngriki."}
	BoardNoQueue    = T{"Hari ini tidak ada antrean", "No queues today", "Dinten punika boten wonten antrian"}
	BoardNoQueueY   = T{"Antrean berikutnya tampil sendiri saat dibuka.", "The next queue shows here once it opens.", "Antrian salajengipun katingal piyambak menawi dipunbikak."}
	BoardQueue      = T{"Layanan", "Service", "Palayanan"}
	BoardNow        = T{"Sekarang", "Now", "Sapunika"}
	BoardWait       = T{"Tunggu", "Wait", "Ngentosi"}
	BoardMinutes    = T{"menit", "minutes", "menit"}
	BoardClock      = T{"pukul", "o'clock", "tabuh"}
	BoardWaiting    = T{"{0} menunggu", "{0} waiting", "{0} ngentosi"}
	BoardNoWaiting  = T{"Tidak ada yang menunggu", "Nobody is waiting", "Boten wonten ingkang ngentosi"}
	BoardNext       = T{"lalu {0}", "then {0}", "lajeng {0}"}
	BoardOpens      = T{"Mulai pukul {0}", "Starts at {0}", "Wiwit tabuh {0}"}
	BoardPaused     = T{"Jeda", "Paused", "Kendel"}
	BoardPausedFor  = T{"Jeda: {0}", "Paused: {0}", "Kendel: {0}"}
	BoardOver       = T{"Selesai hari ini", "Over for today", "Rampung dinten punika"}
	BoardStopped    = T{"Dibatalkan", "Cancelled", "Dipunwurungaken"}
	BoardStoppedFor = T{"Dibatalkan: {0}", "Cancelled: {0}", "Dipunwurungaken: {0}"}
	BoardUnsure     = T{"belum tentu", "not known", "dereng temtu"}
	BoardFollow     = T{"Ikuti di ponsel", "Follow on your phone", "Tutaken ing HP"}
	BoardFollowText = T{"Pindai, lalu tunggu di mana saja.", "Scan it and wait anywhere.", "Pindai, lajeng ngentosi ing pundi kemawon."}
	BoardArrive     = T{"Kode hadir", "Arrival code", "Kodhe rawuh"}
	BoardArriveText = T{"Sudah punya nomor? Pindai, atau ketik kode ini.", "Have a number? Scan it, or type this code.", "Sampun gadhah nomer? Pindai, utawi serat kodhe punika."}
	BoardPage       = T{"{0} dari {1}", "{0} of {1}", "{0} saking {1}"}
	BoardCut        = T{"Terputus sejak {0}, menyambung lagi…", "Cut off since {0}, connecting again…", "Pedhot wiwit {0}, nyambung malih…"}
	BoardJoining    = T{"Menyambung…", "Connecting…", "Saweg nyambung…"}
	BoardAsk        = T{"Tanyakan nomor ke petugas", "Ask an officer about your number", "Mangga tanglet nomer dhateng petugas"}
	BoardAskText    = T{"Papan ini terputus sejak {0}. Panggilan tetap jalan, tetapi tidak tampil di sini.", "This board is cut off since {0}. Calls go on but do not show here.", "Papan punika pedhot wiwit {0}. Timbalan taksih lumampah, nanging boten katingal ing ngriki."}
	BoardAskPlain   = T{"Papan ini belum tersambung. Panggilan tetap jalan, tetapi tidak tampil di sini.", "This board is not connected. Calls go on but do not show here.", "Papan punika dereng nyambung. Timbalan taksih lumampah, nanging boten katingal ing ngriki."}
	BoardSoundOn    = T{"Nyalakan suara", "Turn the sound on", "Urubaken swanten"}
	BoardSoundOff   = T{"Matikan suara", "Turn the sound off", "Pejahi swanten"}
	BoardSoundPress = T{"Suara belum menyala. Tekan sekali.", "The sound is off. Press once.", "Swanten dereng murub. Pencet sepindhah."}
	DeviceGone      = T{"Perangkat ini sudah dicabut", "This device was revoked", "Piranti punika sampun dipuncabut"}
	DeviceGoneText  = T{"Tanyakan nomor ke petugas. Admin bisa membuat tautan baru di meja, bagian Perangkat.", "Ask an officer about your number. An admin can make a new link at the desk, under Devices.", "Mangga tanglet nomer dhateng petugas. Admin saged damel tautan enggal ing meja, perangan Piranti."}
)

// The kiosk that gives numbers.
var (
	KioskTitle      = T{"Ambil nomor", "Take a number", "Pundhut nomer"}
	KioskHello      = T{"Selamat datang di {0}", "Welcome to {0}", "Sugeng rawuh ing {0}"}
	KioskLead       = T{"Sentuh layanan yang Anda perlukan.", "Touch the service you need.", "Pencet palayanan ingkang dipunbetahaken."}
	KioskWait       = T{"{0} menunggu, kira-kira {1} menit", "{0} waiting, about {1} minutes", "{0} ngentosi, kinten-kinten {1} menit"}
	KioskWaitTill   = T{"{0} menunggu, kira-kira dipanggil {1}", "{0} waiting, likely called {1}", "{0} ngentosi, kinten-kinten dipuntimbali {1}"}
	KioskWaitOnly   = T{"{0} menunggu", "{0} waiting", "{0} ngentosi"}
	KioskNoWait     = T{"Tidak ada yang menunggu", "Nobody is waiting", "Boten wonten ingkang ngentosi"}
	KioskFull       = T{"Nomor hari ini habis", "No numbers left today", "Nomer dinten punika telas"}
	KioskNotYet     = T{"Nomor belum dibuka", "Numbers are not open yet", "Nomer dereng dipunbikak"}
	KioskLane       = T{"Jalur mana?", "Which lane?", "Jalur pundi?"}
	KioskRegular    = T{"Jalur umum", "Regular lane", "Jalur umum"}
	KioskRegularY   = T{"Untuk semua orang", "For everybody", "Kangge sedaya tiyang"}
	KioskPriority   = T{"Jalur prioritas", "Priority lane", "Jalur prioritas"}
	KioskElderly    = T{"Lansia", "Elderly", "Sepuh"}
	KioskDisabled   = T{"Disabilitas", "Disability", "Difabel"}
	KioskPregnant   = T{"Ibu hamil", "Pregnant", "Ibu ngandheg"}
	KioskInfant     = T{"Membawa bayi", "With an infant", "Ngasta bayi"}
	KioskEvidence   = T{"{0}: tunjukkan {1}", "{0}: show {1}", "{0}: tedahaken {1}"}
	KioskPayer      = T{"Siapa yang membayar?", "Who pays?", "Sinten ingkang mbayar?"}
	KioskJKN        = T{"BPJS Kesehatan", "BPJS health insurance", "BPJS Kesehatan"}
	KioskJKNY       = T{"Siapkan kartu JKN atau KTP", "Have your JKN card or KTP ready", "Cepakaken kertu JKN utawi KTP"}
	KioskSelf       = T{"Bayar sendiri", "I pay myself", "Mbayar piyambak"}
	KioskSelfY      = T{"Umum, atau asuransi lain", "Cash, or another insurance", "Umum, utawi asuransi sanes"}
	KioskConfirm    = T{"Ambil nomor di sini?", "Take a number here?", "Pundhut nomer ing ngriki?"}
	KioskTake       = T{"Ambil nomor", "Take a number", "Pundhut nomer"}
	KioskStep       = T{"Langkah {0} dari {1}", "Step {0} of {1}", "Langkah {0} saking {1}"}
	KioskHome       = T{"Ke awal", "Start again", "Dhateng wiwitan"}
	KioskReturns    = T{"Kembali ke awal dalam {0} detik", "Back to the start in {0} seconds", "Wangsul dhateng wiwitan {0} detik malih"}
	KioskYours      = T{"Nomor Anda", "Your number", "Nomer panjenengan"}
	KioskFirst      = T{"Anda yang berikutnya", "You are next", "Panjenengan salajengipun"}
	KioskAhead      = T{"{0} orang di depan Anda", "{0} people ahead of you", "Wonten {0} tiyang ing ngajeng"}
	KioskAheadOne   = T{"1 orang di depan Anda", "1 person ahead of you", "Wonten 1 tiyang ing ngajeng"}
	KioskCalled     = T{"Kira-kira dipanggil {0}", "Likely called {0}", "Kinten-kinten dipuntimbali {0}"}
	KioskUnsure     = T{"Waktunya belum bisa dihitung", "The time is not known yet", "Wekdalipun dereng saged dipunetang"}
	KioskScan       = T{"Pindai, ikuti di ponsel", "Scan it, follow on your phone", "Pindai, tutaken ing HP"}
	KioskScanText   = T{"Posisi bergerak sendiri di HP. Tanpa masuk akun.", "Your place moves on your phone. No sign-in.", "Urutan mlampah piyambak ing HP. Tanpa mlebet akun."}
	KioskPrint      = T{"Cetak tiket", "Print the ticket", "Cithak tiket"}
	KioskPaperless  = T{"Tanpa kertas", "No paper", "Tanpa kertas"}
	KioskAgain      = T{"Coba lagi", "Try again", "Cobi malih"}
	KioskUnsent     = T{"Nomor belum didapat", "No number yet", "Nomer dereng angsal"}
	KioskUnsentText = T{"Sambungan terputus. Coba lagi; Anda tidak akan mendapat dua nomor.", "The line was cut. Try again; you will not get two numbers.", "Sambunganipun pedhot. Cobi malih; panjenengan boten badhe angsal kalih nomer."}
	KioskRefused    = T{"Nomor tidak bisa diambil", "No number can be taken", "Nomer boten saged dipunpundhut"}
	KioskOffline    = T{"Ambil nomor di petugas", "Get your number from an officer", "Pundhut nomer ing petugas"}
	KioskOfflineY   = T{"Mesin ini sedang tanpa sambungan. Petugas memberi nomor di meja depan.", "This machine has no connection. The officer at the front desk gives you a number.", "Mesin punika saweg tanpa sambungan. Petugas ing meja ngajeng maringi nomer."}
	KioskClosed     = T{"Belum ada antrean yang buka", "No queue is open yet", "Dereng wonten antrian ingkang bikak"}
	KioskClosedY    = T{"Tanyakan jam bukanya ke petugas.", "Ask an officer about the hours.", "Mangga tanglet jam bikakipun dhateng petugas."}
	KioskLower      = T{"Turunkan", "Lower", "Andhapaken"}
	KioskRaise      = T{"Naikkan", "Raise", "Inggilaken"}
)

// A number on paper.
var (
	SlipKeep   = T{"Simpan sampai dipanggil", "Keep it until you are called", "Simpen ngantos dipuntimbali"}
	SlipTaken  = T{"diambil {0}", "taken {0}", "dipunpundhut {0}"}
	SlipFollow = T{"Pindai untuk melihat posisi", "Scan to see your place", "Pindai kangge mirsani urutan"}
)

// The boards and kiosks of an agency.
var (
	DeviceTitle    = T{"Perangkat", "Devices", "Piranti"}
	DevicesRow     = T{"Papan antrean dan mesin nomor", "Queue boards and ticket kiosks", "Papan antrian lan mesin nomer"}
	DevicesAbout   = T{"Papan TV dan mesin nomor yang memakai tautan rahasia.", "TV boards and kiosks that run by a secret link.", "Papan TV lan mesin nomer ingkang ngagem tautan wadi."}
	DevicesNone    = T{"Belum ada perangkat", "No devices yet", "Dereng wonten piranti"}
	DevicesNoneY   = T{"Pasang papan di ruang tunggu agar semua melihat nomor yang dipanggil.", "Put a board in the waiting room so that all see who is called.", "Pasang papan ing ruang tunggu supados sedaya mirsani nomer ingkang dipuntimbali."}
	DeviceAdd      = T{"Tambah perangkat", "Add a device", "Tambah piranti"}
	DeviceKindAsk  = T{"Jenis perangkat", "Kind of device", "Jinis piranti"}
	DeviceBoard    = T{"Papan TV", "TV board", "Papan TV"}
	DeviceKiosk    = T{"Mesin nomor", "Ticket kiosk", "Mesin nomer"}
	DeviceName     = T{"Nama perangkat", "Name of the device", "Nami piranti"}
	DeviceNameHint = T{"Contoh: Papan lobi lantai 1", "For example: Lobby board, floor 1", "Tuladha: Papan lobi lantai 1"}
	DevicePlace    = T{"Dipasang di", "Stands at", "Dipunpasang ing"}
	DeviceQueues   = T{"Antrean yang tampil", "Queues it shows", "Antrian ingkang katingal"}
	DeviceAll      = T{"Semua antrean di tempat ini", "All queues of this place", "Sedaya antrian ing papan punika"}
	DeviceAllY     = T{"Termasuk yang ditambahkan nanti", "Also those added later", "Kalebet ingkang dipuntambah mangke"}
	DeviceMake     = T{"Buat tautan", "Make the link", "Damel tautan"}
	DeviceMade     = T{"{0} siap dipasang", "{0} is ready to install", "{0} siyaga dipunpasang"}
	DeviceOnce     = T{"Tautan ini hanya tampil sekali. Siapa pun yang memegangnya bisa membuka layar ini.", "This link is shown once. Whoever holds it can open this screen.", "Tautan punika namung katingal sepindhah. Sinten kemawon ingkang nyepeng saged mbikak layar punika."}
	DeviceLink     = T{"Tautan perangkat", "Link of the device", "Tautan piranti"}
	DeviceScan     = T{"Kode QR tautan perangkat", "QR code of the device's link", "Kodhe QR tautan piranti"}
	DeviceHow      = T{"Cara memasang", "How to install it", "Caranipun masang"}
	DeviceStep1    = T{"Buka peramban di TV atau tablet, lalu buka tautan ini.", "Open the browser on the TV or tablet and go to this link.", "Bikak peramban ing TV utawi tablet, lajeng bikak tautan punika."}
	DeviceStepTV   = T{"Tekan “Nyalakan suara” sekali. Layar menjadi penuh.", "Press “Turn the sound on” once. It goes full screen.", "Pencet “Urubaken swanten” sepindhah. Layar dados kebak."}
	DeviceStepTap  = T{"Sentuh layar sekali. Layar menjadi penuh.", "Touch the screen once. It goes full screen.", "Pencet layar sepindhah. Layar dados kebak."}
	DeviceStep3    = T{"Jadikan tautan ini halaman awal peramban, agar terbuka sendiri setelah listrik padam.", "Make the link the browser's start page, so that it opens by itself after a power cut.", "Dadosaken tautan punika kaca wiwitan, supados kabikak piyambak sasampunipun listrik pejah."}
	DeviceWaits    = T{"Menunggu perangkat menyala", "Waiting for the device", "Ngentosi piranti murub"}
	DeviceRuns     = T{"Sudah menyala", "It is running", "Sampun murub"}
	DeviceSeen     = T{"Aktif {0}", "Active {0}", "Aktif {0}"}
	DeviceSilent   = T{"Terakhir aktif {0}", "Last active {0}", "Pungkasan aktif {0}"}
	DeviceNever    = T{"Belum pernah menyala", "Never started", "Dereng nate murub"}
	DeviceBy       = T{"dipasang {0}", "installed by {0}", "dipunpasang {0}"}
	DeviceRevoke   = T{"Cabut", "Revoke", "Cabut"}
	DeviceRevokeQ  = T{"Cabut {0}?", "Revoke {0}?", "Cabut {0}?"}
	DeviceRevokeY  = T{"Layarnya berhenti menampilkan nomor saat itu juga. Tautannya tidak bisa dipakai lagi.", "Its screen stops showing numbers at once. The link cannot be used again.", "Layaripun kendel nedahaken nomer sanalika. Tautanipun boten saged dipunagem malih."}
	DeviceRevoked  = T{"Perangkat dicabut.", "Device revoked.", "Piranti sampun dipuncabut."}
	DeviceNoPlaces = T{"Belum ada tempat dengan antrean.", "No place has a queue yet.", "Dereng wonten papan ingkang gadhah antrian."}
)
