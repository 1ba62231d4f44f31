package words

// Places: the list, the map, one place.
var (
	PlacesTitle  = T{"Tempat layanan", "Service places", "Papan palayanan"}
	PlacesLead   = T{"Rumah sakit, puskesmas, dan kantor di {0}, dengan jam bukanya.", "Hospitals, health centres and offices in {0}, with their hours.", "Griya sakit, puskesmas, lan kantor ing {0}, kaliyan jam bikakipun."}
	FindPlace    = T{"Cari tempat", "Find a place", "Pados papan"}
	FindExample  = T{"Puskesmas, nama desa…", "Health centre, village…", "Puskesmas, nami dhusun…"}
	FilterPlaces = T{"Saring tempat", "Filter places", "Saring papan"}
	All          = T{"Semua", "All", "Sedaya"}
	OpenNow      = T{"Buka sekarang", "Open now", "Bikak sapunika"}
	ShowList     = T{"Daftar", "List", "Daftar"}
	ShowMap      = T{"Peta", "Map", "Peta"}
	PlacesFound  = T{"{0} tempat", "{0} places", "{0} papan"}
	PlaceFound   = T{"1 tempat", "1 place", "1 papan"}
	FoundFor     = T{"{0} untuk “{1}”", "{0} for “{1}”", "{0} kangge “{1}”"}
	FoundIn      = T{"di Kecamatan {0}", "in {0} district", "ing Kecamatan {0}"}
	MorePlaces   = T{"Tampilkan lagi", "Show more", "Tampilaken malih"}
	NoPlaces     = T{"Belum ketemu", "Nothing found", "Dereng kepanggih"}
	NoPlacesText = T{"Coba kata yang lebih pendek, atau lihat semua tempat.", "Try a shorter word, or see all places.", "Cobi tembung ingkang langkung cekak, utawi mirsani sedaya papan."}
	NoneOpen     = T{"Sedang tutup semua", "All are closed now", "Saweg tutup sedaya"}
	NoneOpenText = T{"Tidak ada yang buka pada jam ini. Lihat jam bukanya di daftar lengkap.", "None is open at this hour. See the hours in the full list.", "Boten wonten ingkang bikak ing wanci punika. Mangga mirsani jamipun ing daftar jangkep."}
	SeeAllPlaces = T{"Lihat semua tempat", "See all places", "Mirsani sedaya papan"}
	District     = T{"Kecamatan", "District", "Kecamatan"}
	AllDistricts = T{"Semua kecamatan", "All districts", "Sedaya kecamatan"}

	KindHospital = T{"Rumah sakit", "Hospitals", "Griya sakit"}
	KindClinic   = T{"Puskesmas", "Health centres", "Puskesmas"}
	KindAgency   = T{"Kantor dinas", "Agencies", "Kantor dinas"}
	KindDistrict = T{"Kecamatan", "District offices", "Kecamatan"}
	KindVillage  = T{"Kelurahan", "Village offices", "Kelurahan"}
	KindUtility  = T{"Perusahaan daerah", "Public utilities", "Perusahaan dhaerah"}

	OpenUntil     = T{"Buka sampai {0}", "Open until {0}", "Bikak ngantos {0}"}
	UsuallyOpen   = T{"Biasanya buka sampai {0}", "Usually open until {0}", "Limrahipun bikak ngantos {0}"}
	OpenAlways    = T{"Buka 24 jam", "Open 24 hours", "Bikak 24 jam"}
	UsuallyAlways = T{"Biasanya buka 24 jam", "Usually open 24 hours", "Limrahipun bikak 24 jam"}
	ClosesSoon    = T{"Tutup {0}, {1} menit lagi", "Closes {0}, in {1} minutes", "Tutup {0}, {1} menit malih"}
	OpensToday    = T{"Tutup, buka {0}", "Closed, opens {0}", "Tutup, bikak {0}"}
	OpensTomorrow = T{"Tutup, buka besok {0}", "Closed, opens tomorrow {0}", "Tutup, bikak benjing {0}"}
	OpensOn       = T{"Tutup, buka {0} {1}", "Closed, opens {0} {1}", "Tutup, bikak {0} {1}"}
	ClosedLong    = T{"Tutup", "Closed", "Tutup"}
	ClosedFor     = T{"Tutup: {0}", "Closed: {0}", "Tutup: {0}"}

	Hours            = T{"Jam buka", "Opening hours", "Jam bikak"}
	ClosedDay        = T{"Tutup", "Closed", "Tutup"}
	AllDay           = T{"24 jam", "24 hours", "24 jam"}
	Today            = T{"hari ini", "today", "dinten punika"}
	HoursUnconfirmed = T{"Ini jam umum kantor sejenis. Kantor ini belum memastikannya, jadi telepon dulu bila jauh.", "These are the usual hours of such offices. This office has not confirmed them, so call first if you live far away.", "Punika jam limrah kantor sami. Kantor punika dereng mesthekaken, dados mangga telpon rumiyin menawi tebih."}
	HoursNoPhone     = T{"Ini jam umum kantor sejenis. Kantor ini belum memastikannya.", "These are the usual hours of such offices. This office has not confirmed them.", "Punika jam limrah kantor sami. Kantor punika dereng mesthekaken."}
	OffAhead         = T{"Libur mendatang", "Days off ahead", "Prei salajengipun"}
	StaysOpen        = T{"tetap buka", "stays open", "tetep bikak"}
	Call             = T{"Telepon", "Call", "Telpon"}
	Directions       = T{"Petunjuk jalan", "Directions", "Pitedah margi"}
	Share            = T{"Bagikan", "Share", "Andum"}
	LinkCopied       = T{"Tautan sudah disalin.", "Link copied.", "Tautan sampun kasalin."}
	Address          = T{"Alamat", "Address", "Alamat"}
	NoAddress        = T{"Alamat jalan belum ada di data kami.", "We do not have the street address yet.", "Alamat margi dereng wonten ing data kami."}
	Phone            = T{"Telepon", "Phone", "Telpon"}
	RunBy            = T{"Dikelola", "Run by", "Dipuntata"}
	Area             = T{"Wilayah", "Area", "Wewengkon"}
	VillageIn        = T{"{0}, Kec. {1}", "{0}, {1} district", "{0}, Kec. {1}"}
	DistrictOf       = T{"Kec. {0}", "{0} district", "Kec. {0}"}
	PinVillage       = T{"Titik ini perkiraan, di tengah {0}.", "This pin is approximate, in the middle of {0}.", "Titik punika kinten-kinten, ing satengahing {0}."}
	PinDistrict      = T{"Titik ini perkiraan, di tengah Kecamatan {0}.", "This pin is approximate, in the middle of {0} district.", "Titik punika kinten-kinten, ing satengahing Kecamatan {0}."}
	NearbyTitle      = T{"Yang sejenis di dekatnya", "Similar ones nearby", "Ingkang sami ing sacelakipun"}
	SourceLine       = T{"Sumber: {0}, {1}.", "Source: {0}, {1}.", "Sumber: {0}, {1}."}

	MapTitle     = T{"Peta tempat layanan", "Map of service places", "Peta papan palayanan"}
	MapLead      = T{"Pilih kecamatan untuk melihat tempatnya.", "Choose a district to see its places.", "Pilih kecamatan kangge mirsani papanipun."}
	MapOf        = T{"Peta {0}", "Map of {0}", "Peta {0}"}
	MapAround    = T{"Letak di Kecamatan {0}", "Where it is in {0} district", "Papanipun ing Kecamatan {0}"}
	WholeRegency = T{"Seluruh wilayah", "Whole regency", "Sedaya wewengkon"}
	MapCredit    = T{"Batas wilayah perkiraan, tanpa kekuatan hukum. {0}", "Boundaries are indicative and have no legal force. {0}", "Wates wewengkon kinten-kinten, tanpa kekiyatan hukum. {0}"}
	PlacesInside = T{"{0} tempat", "{0} places", "{0} papan"}
	Districts    = T{"Kecamatan", "Districts", "Kecamatan"}

	WrongFact       = T{"Ada yang salah?", "Something wrong?", "Wonten ingkang klentu?"}
	WrongFactWhy    = T{"Beri tahu kami. Kantornya yang memeriksa, lalu data ini diperbaiki.", "Tell us. The office checks it and this page is corrected.", "Mangga paring pirsa. Kantoripun ingkang mriksa, lajeng data punika dipunleresaken."}
	WrongWhat       = T{"Apa yang salah", "What is wrong", "Punapa ingkang klentu"}
	WrongHours      = T{"Jam buka", "Hours", "Jam bikak"}
	WrongAddress    = T{"Alamat", "Address", "Alamat"}
	WrongPhone      = T{"Telepon", "Phone", "Telpon"}
	WrongClosed     = T{"Sudah pindah", "Has moved", "Sampun pindhah"}
	WrongOther      = T{"Lainnya", "Other", "Sanesipun"}
	WrongText       = T{"Yang benar", "What is right", "Ingkang leres"}
	WrongTextHint   = T{"Contoh: hari Jumat tutup pukul 11.00.", "Example: closes at 11.00 on Fridays.", "Tuladha: dinten Jemuwah tutup tabuh 11.00."}
	WrongPhoneLabel = T{"Nomor Anda", "Your number", "Nomer panjenengan"}
	WrongPhoneHint  = T{"Hanya untuk bertanya balik, tidak ditampilkan.", "Only to ask back; never shown.", "Namung kangge tanglet wangsul, boten dipuntampilaken."}
	WrongSend       = T{"Kirim catatan", "Send the note", "Kintun cathetan"}
	WrongThanks     = T{"Terkirim, terima kasih", "Sent, thank you", "Sampun kakintun, matur nuwun"}
	WrongReceipt    = T{"Nomor catatan {0}. Kantornya kami minta memeriksa.", "Note number {0}. We asked the office to check.", "Nomer cathetan {0}. Kantoripun kami suwun mriksa."}
)

// OpenMapOf leads from a list to its map.
var OpenMapOf = T{"Lihat di peta", "See on the map", "Pirsani ing peta"}
