package words

// The inbox: what people are told, and how they want to be told.
var (
	InboxTitle    = T{"Pesan", "Messages", "Pesen"}
	InboxBell     = T{"Pesan, {0} belum dibaca", "Messages, {0} unread", "Pesen, {0} dereng kawaos"}
	InboxHome     = T{"{0} pesan belum dibaca", "{0} unread messages", "{0} pesen dereng kawaos"}
	InboxHomeOne  = T{"1 pesan belum dibaca", "1 unread message", "1 pesen dereng kawaos"}
	InboxHomeText = T{"Kabar terbaru menunggu Anda.", "The latest news waits for you.", "Kabar enggal ngentosi panjenengan."}
	InboxFind     = T{"Cari di pesan", "Search messages", "Pados ing pesen"}
	InboxFilters  = T{"Saring pesan", "Filter messages", "Saring pesen"}
	InboxUnread   = T{"Belum dibaca", "Unread", "Dereng kawaos"}
	InboxUnreadN  = T{"Belum dibaca {0}", "Unread {0}", "Dereng kawaos {0}"}
	InboxNew      = T{"Belum dibaca:", "Unread:", "Dereng kawaos:"}
	InboxArchive  = T{"Arsip", "Archive", "Arsip"}
	InboxInArch   = T{"Pesan di arsip", "Archived messages", "Pesen ing arsip"}
	InboxCount    = T{"{0} pesan", "{0} messages", "{0} pesen"}
	InboxYester   = T{"Kemarin", "Yesterday", "Kala wingi"}
	InboxKept     = T{"Pesan disimpan 2 tahun.", "Messages are kept for 2 years.", "Pesen kasimpen 2 taun."}
	InboxHouse    = T{"Akun Anda", "Your account", "Akun panjenengan"}

	TopicQueue   = T{"Antrean", "Queues", "Antrian"}
	TopicPermit  = T{"Surat", "Letters", "Serat"}
	TopicReport  = T{"Laporan", "Reports", "Laporan"}
	TopicAccount = T{"Akun", "Account", "Akun"}
	TopicNews    = T{"Pengumuman", "Announcements", "Wara-wara"}

	InboxNone      = T{"Belum ada pesan", "No messages yet", "Dereng wonten pesen"}
	InboxNoneText  = T{"Kabar tiket dan surat muncul di sini.", "News on tickets and letters appears here.", "Kabar tiket lan serat katingal ing ngriki."}
	InboxRead      = T{"Semua sudah dibaca", "All read", "Sedaya sampun kawaos"}
	InboxReadText  = T{"Pesan baru muncul di sini lebih dulu.", "New messages appear here first.", "Pesen enggal katingal ing ngriki rumiyin."}
	InboxLost      = T{"Tidak ketemu", "Nothing found", "Boten kepanggih"}
	InboxLostText  = T{"\"{0}\" tidak ada di pesan Anda. Coba kata yang lebih pendek.", "\"{0}\" is not in your messages. Try a shorter word.", "\"{0}\" boten wonten ing pesen panjenengan. Cobi tembung ingkang langkung cekak."}
	InboxTopicNone = T{"Belum ada pesan {0}", "No messages on {0} yet", "Dereng wonten pesen {0}"}
	InboxArchNone  = T{"Arsip masih kosong", "The archive is empty", "Arsip taksih kosong"}
	InboxArchText  = T{"Pesan yang Anda arsipkan tersimpan di sini.", "Messages you archive are kept here.", "Pesen ingkang kaarsip kasimpen ing ngriki."}
	InboxSeeAll    = T{"Lihat semua pesan", "See all messages", "Mirsani sedaya pesen"}

	InboxMarkAll  = T{"Tandai semua dibaca", "Mark all as read", "Tandhani sampun kawaos sedaya"}
	InboxMarked   = T{"Semua pesan ditandai dibaca.", "All messages are marked as read.", "Sedaya pesen sampun katandhani."}
	InboxArchDo   = T{"Arsipkan", "Archive", "Arsipaken"}
	InboxArchOf   = T{"Arsipkan: {0}", "Archive: {0}", "Arsipaken: {0}"}
	InboxArchived = T{"Pesan diarsipkan.", "Message archived.", "Pesen sampun kaarsip."}
	InboxBackDo   = T{"Kembalikan ke pesan", "Move back to messages", "Wangsulaken dhateng pesen"}
	InboxBack     = T{"Pesan kembali ke daftar.", "The message is back in the list.", "Pesen wangsul dhateng daftar."}
	InboxMute     = T{"Senyapkan kabar {0} di HP", "Mute {0} on my phone", "Sirepaken kabar {0} ing HP"}
	InboxUnmute   = T{"Kabari lagi soal {0} di HP", "Tell me about {0} on my phone again", "Aturi kabar {0} malih ing HP"}
	InboxMuted    = T{"HP tidak berbunyi lagi untuk {0}. Pesannya tetap masuk ke sini.", "Your phone stays quiet about {0}. Messages still arrive here.", "HP boten mungel malih kangge {0}. Pesenipun tetep mlebet ing ngriki."}
	InboxUnmuted  = T{"HP berbunyi lagi untuk {0}.", "Your phone tells you about {0} again.", "HP mungel malih kangge {0}."}

	InboxThread    = T{"Isi pesan", "The messages", "Isi pesen"}
	InboxOpenQueue = T{"Buka tiket", "Open the ticket", "Bikak tiket"}
	InboxOpen      = T{"Buka", "Open", "Bikak"}
	InboxBefore    = T{"{0} pesan sebelumnya", "{0} earlier messages", "{0} pesen saderengipun"}
	InboxBeforeWhy = T{"Tentang hal yang sama", "On the same matter", "Babagan prekawis ingkang sami"}
	InboxOldPage   = T{"Sedang tanpa internet. Ini pesan yang tersimpan di HP pukul {0}.", "You are offline. This message was kept on the phone at {0}.", "Saweg tanpa internet. Punika pesen ingkang kasimpen ing HP tabuh {0}."}

	ReplyTo    = T{"Balas ke {0}", "Reply to {0}", "Wangsul dhateng {0}"}
	ReplyOwner = T{"{0} yang menjawab Anda.", "{0} will answer you.", "{0} ingkang mangsuli panjenengan."}
	ReplyDesk  = T{"Dibaca petugas {0} pada jam kerja.", "Read by staff of {0} during working hours.", "Kawaos petugas {0} ing jam kerja."}
	ReplySend  = T{"Kirim balasan", "Send the reply", "Kintun wangsulan"}
	ReplySent  = T{"Balasan terkirim.", "Your reply was sent.", "Wangsulan sampun kakintun."}
)

// Being told on this phone: the question, and what can stand in its way.
var (
	TellAsk     = T{"Boleh kami kabari saat giliran dekat?", "May we tell you when your turn is near?", "Kepareng kula aturi kabar menawi giliran celak?"}
	TellWhy     = T{"Hanya tiket dan surat Anda, juga saat aplikasi tertutup. Setelah ini HP bertanya sekali: pilih Izinkan.", "Only your tickets and letters, also while the app is closed. Your phone then asks once: choose Allow.", "Namung tiket lan serat panjenengan, ugi nalika aplikasi katutup. Sasampunipun punika HP tanglet sepisan: pilih Izinkan."}
	TellYes     = T{"Kabari saya", "Tell me", "Aturi kabar"}
	TellOn      = T{"Baik, kami kabari di HP ini", "We tell you on this phone", "Inggih, kula aturi kabar ing HP punika"}
	TellOnText  = T{"Saat giliran dekat, dan saat Anda dipanggil.", "When your turn is near, and when you are called.", "Nalika giliran celak, lan nalika dipuntimbali."}
	TellTune    = T{"Atur kabar", "Set how", "Tata kabar"}
	TellDenied  = T{"Kabar diblokir di HP ini", "News is blocked on this phone", "Kabar dipunblokir ing HP punika"}
	TellUnblock = T{"Ketuk ikon di kiri alamat situs, pilih Izin, lalu nyalakan Notifikasi. Sementara itu, biarkan halaman tiket terbuka.", "Tap the icon left of the site address, choose Permissions, then turn on Notifications. Until then, keep the ticket page open.", "Pencet lambang ing kiwa alamat situs, pilih Izin, lajeng urubaken Notifikasi. Sauntawis punika, kaca tiket mangga dipunbikak kemawon."}
	TellUnblApp = T{"Buka Setelan HP, pilih Aplikasi, lalu {0}, dan nyalakan Notifikasi. Sementara itu, biarkan halaman tiket terbuka.", "Open your phone's Settings, choose Apps, then {0}, and turn on Notifications. Until then, keep the ticket page open.", "Bikak Setelan HP, pilih Aplikasi, lajeng {0}, lan urubaken Notifikasi. Sauntawis punika, kaca tiket mangga dipunbikak kemawon."}
	TellDismiss = T{"HP belum mengizinkan", "Your phone has not allowed it yet", "HP dereng ngidini"}
	TellAgain   = T{"Tekan lagi, lalu pilih Izinkan.", "Press again, then choose Allow.", "Pencet malih, lajeng pilih Izinkan."}
	TellApple   = T{"Di iPhone, pasang dulu di layar utama", "On an iPhone, add it to the home screen first", "Ing iPhone, kapasang rumiyin ing layar utama"}
	TellAppleDo = T{"Ketuk Bagikan, pilih Tambah ke Layar Utama, lalu buka dari sana. Setelah itu kami bisa mengabari Anda.", "Tap Share, choose Add to Home Screen, and open it from there. Then we can tell you.", "Pencet Bagikan, pilih Tambah ke Layar Utama, lajeng bikak saking mrika. Sasampunipun punika kula saged ngaturi kabar."}
	TellNever   = T{"Peramban ini tidak bisa menerima kabar", "This browser cannot be told", "Peramban punika boten saged nampi kabar"}
	TellNeverDo = T{"Biarkan halaman tiket terbuka, atau pakai peramban lain. Pesan tetap masuk ke daftar pesan.", "Keep the ticket page open, or use another browser. Messages still arrive in your list.", "Kaca tiket mangga dipunbikak kemawon, utawi ngagem peramban sanes. Pesen tetep mlebet ing daftar."}
	TellFailed  = T{"HP ini belum tersambung", "This phone is not connected yet", "HP punika dereng sumambung"}
	TellFailDo  = T{"Layanan kabar di HP belum menjawab. Periksa internet, lalu coba lagi.", "The phone's news service did not answer. Check the connection, then try again.", "Palayanan kabar ing HP dereng mangsuli. Mangga mriksani internet, lajeng dipuncobi malih."}
)

// The screen of how somebody wants to be told.
var (
	TellTitle = T{"Kabar dan pemberitahuan", "News and notifications", "Kabar lan pepèngetan"}
	TellLead  = T{"Pesan selalu tersimpan di daftar pesan. Di sini Anda atur kapan HP ikut berbunyi.", "Messages are always kept in your list. Here you set when your phone tells you too.", "Pesen tansah kasimpen ing daftar. Ing ngriki panjenengan nata kapan HP tumut mungel."}
	TellRow   = T{"Perangkat, jam tenang, bahasa pesan", "Devices, quiet hours, language", "Piranti, jam sirep, basa pesen"}

	TellHereOff   = T{"HP ini belum dikabari", "This phone is not told yet", "HP punika dereng dipunaturi kabar"}
	TellHereText  = T{"Kami kabari giliran, surat, dan akun Anda, juga saat aplikasi tertutup. Setelah ini HP bertanya sekali: pilih Izinkan.", "We tell you about your turn, letters and account, also while the app is closed. Your phone then asks once: choose Allow.", "Kula aturi kabar giliran, serat, lan akun panjenengan, ugi nalika aplikasi katutup. Sasampunipun punika HP tanglet sepisan: pilih Izinkan."}
	TellHereDo    = T{"Kabari di HP ini", "Tell me on this phone", "Aturi kabar ing HP punika"}
	TellDevices   = T{"Perangkat saya", "My devices", "Piranti kula"}
	TellNoDevice  = T{"Belum ada perangkat yang dikabari.", "No device is told yet.", "Dereng wonten piranti ingkang dipunaturi kabar."}
	TellSince     = T{"Sejak {0}", "Since {0}", "Wiwit {0}"}
	TellReached   = T{"Kabar terakhir {0}", "Last news {0}", "Kabar pungkasan {0}"}
	TellFailing   = T{"Kabar tidak sampai", "News does not arrive", "Kabar boten dumugi"}
	TellFailingDo = T{"Buka aplikasi di perangkat itu agar tersambung lagi.", "Open the app on that device to connect it again.", "Mangga mbikak aplikasi ing piranti punika supados sumambung malih."}
	TellTry       = T{"Coba kabari", "Send a trial", "Cobi kabar"}
	TellTryOf     = T{"Coba kabari {0}", "Send a trial to {0}", "Cobi kabar dhateng {0}"}
	TriedWaiting  = T{"Sedang dikirim ke layanan kabar.", "On its way to the push service.", "Saweg kakintun dhateng palayanan kabar."}
	TriedSent     = T{"Layanan kabar sudah menerima. HP belum melapor, mungkin sedang mati atau tanpa internet.", "The push service has it. The device has not reported; it may be off or offline.", "Palayanan kabar sampun nampi. HP dereng nglaporaken, mbokmenawi pejah utawi tanpa internet."}
	TriedShown    = T{"Sampai: kabar sudah tampil di layar.", "Arrived: it is on the screen.", "Dumugi: kabar sampun katingal ing layar."}
	TriedLost     = T{"Tidak sampai: layanan kabar menolak. Hapus perangkat ini, lalu sambungkan lagi dari sana.", "Not arrived: the push service refused. Remove this device, then connect it again from there.", "Boten dumugi: palayanan kabar boten nampi. Busak piranti punika, lajeng sambungaken malih saking mrika."}
	TellName      = T{"Nama perangkat", "Name of the device", "Nami piranti"}
	TellNameOf    = T{"Ganti nama {0}", "Rename {0}", "Gantos nami {0}"}
	TellRemoveAsk = T{"Berhenti mengabari {0}?", "Stop telling {0}?", "Kèndel ngaturi kabar dhateng {0}?"}
	TellRemoveWhy = T{"Pesan tetap masuk ke daftar pesan. Anda bisa menyambungkannya lagi kapan saja.", "Messages still arrive in your list. You can connect it again at any time.", "Pesen tetep mlebet ing daftar. Saged kasambungaken malih kapan kemawon."}
	TellRemove    = T{"Berhenti mengabari", "Stop telling", "Kèndel ngaturi kabar"}
	TellRemoved   = T{"{0} tidak dikabari lagi.", "{0} is not told any more.", "{0} boten dipunaturi kabar malih."}

	TellNear      = T{"Kabari saat tinggal", "Tell me when there are", "Aturi kabar menawi kantun"}
	TellNearN     = T{"{0} orang sebelum saya", "{0} people before me", "{0} tiyang saderengipun kula"}
	TellNearOne   = T{"1 orang sebelum saya", "1 person before me", "1 tiyang saderengipun kula"}
	TellNearHint  = T{"Untuk nomor antrean. Panggilan selalu dikabari.", "For queue numbers. A call is always told.", "Kangge nomer antrian. Timbalan tansah dipunaturi kabar."}
	TellTopics    = T{"HP berbunyi untuk", "My phone tells me about", "HP mungel kangge"}
	TellQueueSub  = T{"Giliran dekat, dipanggil, jeda", "Turn near, called, paused", "Giliran celak, dipuntimbali, kèndel"}
	TellPermitSub = T{"Surat terbit atau perlu Anda lengkapi", "A letter is ready or needs you", "Serat dados utawi kedah dipunjangkepi"}
	TellReportSub = T{"Laporan Anda ditangani", "Your report is dealt with", "Laporan panjenengan katangani"}
	TellNewsSub   = T{"Kabar dinas untuk wilayah Anda", "News from agencies for your area", "Kabar dinas kangge wewengkon panjenengan"}
	TellAcctSub   = T{"Masuk di perangkat baru dan data dibuka selalu dikabari", "New sign-ins and opened data are always told", "Mlebet ing piranti enggal lan data kabikak tansah dipunaturi kabar"}
	TellQuiet     = T{"Jam tenang", "Quiet hours", "Jam sirep"}
	TellQuietSub  = T{"Kabar ditunda sampai pagi. Panggilan loket tetap berbunyi.", "News waits until morning. A call to a counter still rings.", "Kabar katundha ngantos enjing. Timbalan loket tetep mungel."}
	TellFrom      = T{"Mulai", "From", "Wiwit"}
	TellTo        = T{"Sampai", "Until", "Ngantos"}
	TellPrivate   = T{"Layar kunci pribadi", "Private lock screen", "Layar kunci pribadi"}
	TellPrivSub   = T{"HP hanya menulis \"Ada kabar untuk Anda\"", "The phone only says \"There is news for you\"", "HP namung nyerat \"Ada kabar untuk Anda\""}
	TellPhone     = T{"SMS bila kabar tidak sampai", "SMS when news does not arrive", "SMS menawi kabar boten dumugi"}
	TellPhoneSub  = T{"Hanya untuk yang mendesak. Gratis untuk Anda.", "Only for what is urgent. Free for you.", "Namung kangge ingkang wigati. Gratis kangge panjenengan."}
	TellLang      = T{"Bahasa pesan", "Language of messages", "Basa pesen"}
	TellHow       = T{"Cara mengabari", "How to tell me", "Caranipun ngaturi kabar"}
	TellSaved     = T{"Tersimpan.", "Saved.", "Kasimpen."}
	TellSaving    = T{"Setiap perubahan langsung tersimpan.", "Every change is saved at once.", "Saben ewah-ewahan langsung kasimpen."}
)
