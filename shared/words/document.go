package words

// What letters say. They are Indonesian whoever reads them; the other
// languages are there for whoever writes their templates.
var (
	LetterOpening = T{"Yang bertanda tangan di bawah ini, {jabatan} {instansi}, menerangkan dengan sesungguhnya bahwa:", "The undersigned, {jabatan} of {instansi}, truly states that:", "Ingkang tapak asma ing ngandhap punika, {jabatan} {instansi}, nerangaken saestu bilih:"}
	LetterClosing = T{"Demikian surat ini dibuat untuk dipergunakan sebagaimana mestinya.", "This letter is made to be used as is proper.", "Makaten serat punika dipundamel supados kaagem samesthinipun."}
	LetterNumber  = T{"Nomor: {0}", "Number: {0}", "Nomer: {0}"}
	LetterOffice  = T{"Pejabat penanda tangan", "Signing officer", "Pejabat ingkang tapak asma"}
	LetterSigned  = T{"Ditandatangani secara elektronik", "Signed electronically", "Dipuntapak asmani elektronik"}
	LetterUntil   = T{"Berlaku sampai {0}.", "Holds until {0}.", "Lumampah ngantos {0}."}
	LetterCheck   = T{"Keaslian surat ini dapat diperiksa dengan memindai kode QR, atau di {0} dengan kode {1}.", "Whether this letter is genuine can be checked by scanning the QR code, or at {0} with the code {1}.", "Asli botenipun serat punika saged dipunpriksa kanthi mindhai kodhe QR, utawi ing {0} mawi kodhe {1}."}
	LetterBSrE    = T{"Dokumen ini ditandatangani secara elektronik menggunakan sertifikat elektronik yang diterbitkan BSrE.", "This document is signed electronically with a certificate issued by BSrE.", "Dokumen punika dipuntapak asmani elektronik mawi sertifikat elektronik saking BSrE."}
	LetterOwn     = T{"TIDAK TERSERTIFIKASI. Dokumen ini ditandatangani secara elektronik dengan kunci milik {0} sendiri, bukan sertifikat BSrE.", "NOT CERTIFIED. This document is signed electronically with the own key of {0}, not with a BSrE certificate.", "BOTEN KASERTIFIKASI. Dokumen punika dipuntapak asmani elektronik mawi kunci kagunganipun {0} piyambak, sanes sertifikat BSrE."}
	LetterOf      = T{"Pemerintah {0}", "Government of {0}", "Pamarintah {0}"}
)

// The page that tells whether a document is genuine, and a person's own.
var (
	CheckTitle   = T{"Periksa keaslian surat", "Check a letter", "Priksa asli botenipun serat"}
	CheckLead    = T{"Pindai kode QR di surat, atau tulis kodenya. Siapa pun boleh memeriksa.", "Scan the QR code on the letter, or write its code. Anybody may check.", "Pindhai kodhe QR ing serat, utawi serat kodhenipun. Sinten kemawon kenging mriksa."}
	CheckCode    = T{"Kode di bagian bawah surat", "Code at the foot of the letter", "Kodhe ing ngandhap serat"}
	CheckHint    = T{"26 huruf dan angka, contoh 4KCXF-Q708P-FDVEX-4AY77-JKPW2-W.", "26 letters and digits, such as 4KCXF-Q708P-FDVEX-4AY77-JKPW2-W.", "26 aksara lan angka, tuladha 4KCXF-Q708P-FDVEX-4AY77-JKPW2-W."}
	CheckDo      = T{"Periksa", "Check", "Priksa"}
	CheckScan    = T{"Pindai dengan kamera", "Scan with the camera", "Pindhai mawi kamera"}
	CheckAim     = T{"Arahkan kamera ke kode QR di surat.", "Point the camera at the QR code on the letter.", "Kamera dipunarahaken dhateng kodhe QR ing serat."}
	CheckNoCam   = T{"Kamera tidak bisa dibuka. Izinkan kamera di peramban, atau tulis kodenya.", "The camera cannot be opened. Allow it in the browser, or write the code.", "Kamera boten saged dipunbikak. Mangga dipunkengingaken ing peramban, utawi kodhenipun dipunserat."}
	CheckAnother = T{"Periksa surat lain", "Check another letter", "Priksa serat sanes"}

	CheckGenuine   = T{"Surat ini asli", "This letter is genuine", "Serat punika asli"}
	CheckGenuineY  = T{"Diterbitkan {0} dan masih berlaku.", "Issued by {0} and still holds.", "Kawedalaken {0} lan taksih lumampah."}
	CheckRevoked   = T{"Surat ini sudah dicabut", "This letter was revoked", "Serat punika sampun dipuncabut"}
	CheckRevokedY  = T{"Pernah diterbitkan {0}, tetapi sudah tidak berlaku.", "It was issued by {0} but does not hold any more.", "Nate kawedalaken {0}, nanging sampun boten lumampah."}
	CheckReplaced  = T{"Surat ini sudah diganti", "This letter was replaced", "Serat punika sampun dipungantos"}
	CheckReplacedY = T{"Yang berlaku sekarang surat penggantinya. Minta surat yang baru.", "Another letter holds now. Ask for the new one.", "Ingkang lumampah sapunika serat gantosipun. Mangga nyuwun serat ingkang enggal."}
	CheckInstead   = T{"Penggantinya nomor {0}.", "The new one has the number {0}.", "Gantosipun nomer {0}."}
	CheckExpired   = T{"Masa berlaku surat ini sudah habis", "This letter has expired", "Wekdal lumampahipun serat punika sampun telas"}
	CheckExpiredY  = T{"Asli, tetapi hanya berlaku sampai {0}.", "It is genuine, but held only until {0}.", "Asli, nanging namung lumampah ngantos {0}."}
	CheckForged    = T{"Bukan surat dari kami", "Not a letter of ours", "Sanes serat saking kami"}
	CheckForgedY   = T{"Kode ini tidak pernah diterbitkan, atau sudah diubah. Jangan diterima; tanyakan ke kantor yang disebut.", "This code was never issued, or was changed. Do not accept it; ask the office it names.", "Kodhe punika boten nate kawedalaken, utawi sampun dipunewahi. Sampun dipuntampi; mangga tanglet dhateng kantoripun."}
	CheckUnknown   = T{"Belum bisa dipastikan", "It cannot be told yet", "Dereng saged dipunpesthekaken"}
	CheckUnknownY  = T{"HP ini belum punya kunci untuk kode ini. Sambungkan ke internet lalu periksa lagi.", "This phone does not have the key of this code. Go online and check again.", "HP punika dereng gadhah kunci kodhe punika. Mangga nyambung internet lajeng dipunpriksa malih."}
	CheckNewer     = T{"Aplikasi perlu diperbarui", "The app must be brought up to date", "Aplikasi kedah dipunénggalaken"}
	CheckNewerY    = T{"Kode ini ditulis dengan cara yang lebih baru. Buka lagi saat ada internet.", "This code is written in a newer way. Open it again when you are online.", "Kodhe punika kaserat kanthi cara ingkang langkung enggal. Mangga dipunbikak malih menawi wonten internet."}
	CheckTyped     = T{"Kode yang ditulis hanya bisa diperiksa dengan internet. Kode QR bisa diperiksa tanpa internet.", "A code that was typed can be checked online only. A QR code can be checked without.", "Kodhe ingkang dipunserat namung saged dipunpriksa mawi internet. Kodhe QR saged tanpa internet."}

	CheckOffline = T{"Diperiksa di HP ini tanpa internet, dengan daftar pencabutan {0}.", "Checked on this phone without a network, with the list of {0} of what was revoked.", "Dipunpriksa ing HP punika tanpa internet, mawi daftar pencabutan {0}."}
	CheckNoList  = T{"Diperiksa di HP ini tanpa internet. Daftar pencabutan belum ada di HP ini.", "Checked on this phone without a network. It has no list of what was revoked yet.", "Dipunpriksa ing HP punika tanpa internet. Daftar pencabutan dereng wonten ing HP punika."}
	CheckOwnKey  = T{"TIDAK TERSERTIFIKASI: ditandatangani dengan kunci milik {0} sendiri, bukan sertifikat BSrE.", "NOT CERTIFIED: signed with the own key of {0}, not with a BSrE certificate.", "BOTEN KASERTIFIKASI: dipuntapak asmani mawi kunci kagunganipun {0} piyambak, sanes sertifikat BSrE."}
	CheckBSrE    = T{"Ditandatangani dengan sertifikat elektronik BSrE.", "Signed with an electronic certificate of BSrE.", "Dipuntapak asmani mawi sertifikat elektronik BSrE."}
	CheckMasked  = T{"Nama pemegang disamarkan. Cocokkan huruf pertamanya dengan surat.", "The holder's name is masked. Compare its first letters with the letter.", "Asmanipun ingkang gadhah dipunsamaraken. Mangga dipuncocogaken aksara wiwitanipun."}

	FactLetter = T{"Surat", "Letter", "Serat"}
	FactNumber = T{"Nomor", "Number", "Nomer"}
	FactHolder = T{"Pemegang", "Holder", "Ingkang gadhah"}
	FactIssuer = T{"Diterbitkan oleh", "Issued by", "Kawedalaken dening"}
	FactSigner = T{"Ditandatangani", "Signed by", "Dipuntapak asmani"}
	FactDate   = T{"Tanggal", "Date", "Tanggal"}
	FactUntil  = T{"Berlaku sampai", "Holds until", "Lumampah ngantos"}
	FactEnded  = T{"Tidak berlaku sejak", "Not valid since", "Boten lumampah wiwit"}
	NoEnd      = T{"Tidak ada batas waktu", "Without end", "Tanpa wates wekdal"}

	CompareTitle = T{"Bandingkan berkas PDF", "Compare a PDF file", "Bandhingaken berkas PDF"}
	CompareLead  = T{"Pilih PDF yang Anda terima. Berkasnya tidak dikirim ke mana pun; hanya sidik jarinya yang dicocokkan.", "Choose the PDF you were given. It is sent nowhere; only its fingerprint is compared.", "Mangga milih PDF ingkang panjenengan tampi. Berkasipun boten dipunkintun; namung sidik driji kemawon ingkang dipuncocogaken."}
	CompareDo    = T{"Pilih PDF", "Choose a PDF", "Pilih PDF"}
	CompareSame  = T{"Berkas ini sama persis dengan yang ditandatangani.", "This file is exactly the one that was signed.", "Berkas punika sami saestu kaliyan ingkang dipuntapak asmani."}
	CompareOther = T{"Berkas ini berbeda dari yang ditandatangani. Isinya mungkin sudah diubah.", "This file differs from the one that was signed. It may have been changed.", "Berkas punika beda kaliyan ingkang dipuntapak asmani. Isinipun mbokmenawi sampun dipunewahi."}

	PapersTitle = T{"Surat saya", "My letters", "Serat kula"}
	PapersLead  = T{"Surat dan izin yang sudah terbit.", "Letters and permits that were issued.", "Serat lan idin ingkang sampun medal."}
	PapersNone  = T{"Belum ada surat", "No letters yet", "Dereng wonten serat"}
	PapersNoneY = T{"Surat yang sudah ditandatangani kantor muncul di sini, juga tanpa internet.", "Letters signed by an office appear here, without a network too.", "Serat ingkang sampun dipuntapak asmani kantor katingal ing ngriki, ugi tanpa internet."}
	PaperOpen   = T{"Buka PDF", "Open the PDF", "Bikak PDF"}
	PaperShare  = T{"Bagikan tautan", "Share the link", "Bagi tautan"}
	PaperCopied = T{"Tautan disalin", "Link copied", "Tautan dipunsalin"}
	PaperShow   = T{"Tunjukkan kode ini. Kamera HP mana pun bisa memeriksanya.", "Show this code. Any phone's camera can check it.", "Tedahaken kodhe punika. Kamera HP pundi kemawon saged mriksa."}
	PaperShared = T{"Siapa pun yang punya tautannya melihat nomor dan status, dengan nama disamarkan; bukan isi suratnya.", "Whoever has the link sees number and status with the name masked, not the letter itself.", "Sinten kemawon ingkang gadhah tautanipun mirsani nomer lan status, asmanipun dipunsamaraken; sanes isinipun serat."}
	PaperPrint  = T{"Cetak di kertas A4 biasa. Cetakannya sah selama kodenya terbaca.", "Print it on plain A4 paper. The print is valid as long as its code can be read.", "Cithak ing kertas A4 biyasa. Cithakanipun sah menawi kodhenipun taksih saged kawaos."}
	PaperCodeOf = T{"Kode QR surat nomor {0}", "QR code of the letter {0}", "Kodhe QR serat nomer {0}"}
	PaperGo     = T{"Buka permohonannya", "Open the application", "Bikak panyuwunanipun"}
	PaperWhy    = T{"Alasan: {0}", "Reason: {0}", "Alesan: {0}"}
	PaperFor    = T{"Untuk {0}", "For {0}", "Kagem {0}"}

	StatusLetter = T{"Buka suratnya", "Open the letter", "Bikak seratipun"}

	PaperHolds   = T{"Berlaku", "Holds", "Lumampah"}
	PaperRevoked = T{"Dicabut", "Revoked", "Dipuncabut"}
	PaperInstead = T{"Diganti", "Replaced", "Dipungantos"}
	PaperOver    = T{"Habis masa", "Expired", "Telas"}
)
