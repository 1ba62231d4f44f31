package words

// The officers' desk for applications: its lists.
var (
	CasesTitle      = T{"Permohonan", "Applications", "Panyuwunan"}
	CasesRow        = T{"Periksa berkas, kembalikan, setujui, tanda tangani", "Check, return, approve, sign", "Priksa berkas, wangsulaken, sarujuki, tapak asmani"}
	CasesFind       = T{"Nama atau nomor", "Name or number", "Asma utawi nomer"}
	CasesLists      = T{"Daftar", "Lists", "Dhaptar"}
	CasesMine       = T{"Saya pegang", "Mine", "Kula cepeng"}
	CasesFree       = T{"Bebas", "Free", "Bebas"}
	CasesLate       = T{"Terlambat", "Late", "Telat"}
	CasesReturned   = T{"Di pemohon", "With applicants", "Ing panyuwun"}
	CasesAll        = T{"Semua", "All", "Sedaya"}
	CasesOver       = T{"Selesai", "Over", "Rampung"}
	CasesMany       = T{"{0}+", "{0}+", "{0}+"}
	CasesSum        = T{"{0} Anda pegang, {1} belum dipegang, {2} terlambat", "You have {0}, nobody has {1}, {2} are late", "{0} panjenengan cepeng, {1} dereng kacepeng, {2} telat"}
	CasesFilter     = T{"Saring", "Filter", "Saring"}
	CasesService    = T{"Layanan", "Service", "Palayanan"}
	CasesStage      = T{"Tahap", "Stage", "Tataran"}
	CasesPlace      = T{"Kantor", "Office", "Kantor"}
	CasesEvery      = T{"Semua layanan", "All services", "Sedaya palayanan"}
	CasesAnyStage   = T{"Semua tahap", "All stages", "Sedaya tataran"}
	CasesEveryPlace = T{"Semua kantor", "All offices", "Sedaya kantor"}
	CasesShown      = T{"{0} permohonan", "{0} applications", "{0} panyuwunan"}
	CasesShownOf    = T{"{0} permohonan pertama", "the first {0} applications", "{0} panyuwunan kapisan"}

	CasesNone      = T{"Belum ada yang Anda pegang", "You have none yet", "Dereng wonten ingkang panjenengan cepeng"}
	CasesNoneY     = T{"Ambil yang paling dekat tenggatnya.", "Take the one that is due first.", "Mangga mendhet ingkang paling celak wekdalipun."}
	CasesGoFree    = T{"Lihat yang belum dipegang ({0})", "See those nobody has ({0})", "Mirsani ingkang dereng kacepeng ({0})"}
	CasesNoFree    = T{"Semua sudah ada yang pegang", "Somebody has every one", "Sedaya sampun wonten ingkang nyepeng"}
	CasesNoFreeY   = T{"Permohonan baru muncul di sini.", "New applications appear here.", "Panyuwunan enggal katingal ing ngriki."}
	CasesNoLate    = T{"Tidak ada yang terlambat", "Nothing is late", "Boten wonten ingkang telat"}
	CasesNoLateY   = T{"Semua janji waktu masih terjaga.", "Every promise is still kept.", "Sedaya janji wekdal taksih kajagi."}
	CasesNoMatch   = T{"Tidak ada yang cocok", "Nothing matches", "Boten wonten ingkang cocog"}
	CasesNoMatchY  = T{"Coba nomor permohonan, sebagian nama, atau daftar lain.", "Try the number, a part of the name, or another list.", "Mangga nyobi nomer panyuwunan, perangan asma, utawi dhaptar sanes."}
	CasesSeeAll    = T{"Lihat semua", "See all", "Mirsani sedaya"}
	CasesChoose    = T{"Pilih satu permohonan", "Choose an application", "Mangga milih panyuwunan"}
	CasesChooseY   = T{"Tekan j atau k untuk berpindah, Enter untuk membuka, ? untuk semua tombol.", "Press j or k to move, Enter to open, ? for all keys.", "Pencet j utawi k kangge pindhah, Enter kangge mbikak, ? kangge sedaya tombol."}
	CasesByPointer = T{"Isinya muncul di sini.", "What it says appears here.", "Isinipun katingal ing ngriki."}

	CaseDueToday    = T{"Hari ini {0}", "Today {0}", "Dinten punika {0}"}
	CaseDueTomorrow = T{"Besok", "Tomorrow", "Benjing"}
	CaseDueDays     = T{"{0} hari lagi", "in {0} days", "{0} dinten malih"}
	CaseLateHours   = T{"Telat {0} jam", "{0} h late", "Telat {0} jam"}
	CaseLateToday   = T{"Baru lewat", "Just late", "Nembe kemawon langkung"}
	CaseLateDays    = T{"Telat {0} hari", "{0} days late", "Telat {0} dinten"}
	CaseWaits       = T{"Di pemohon", "With the applicant", "Ing panyuwun"}
	CaseAge         = T{"Masuk {0} hari lalu", "Sent {0} days ago", "Mlebet {0} dinten kepengker"}
	CaseToday       = T{"Masuk hari ini", "Sent today", "Mlebet dinten punika"}
	CaseFree        = T{"Belum dipegang", "Nobody has it", "Dereng kacepeng"}
	CaseYours       = T{"Anda pegang", "You have it", "Panjenengan cepeng"}
)

// One application at the desk.
var (
	CaseNumber    = T{"{0}, masuk {1}", "{0}, sent {1}", "{0}, mlebet {1}"}
	CaseFor       = T{"Pemohon", "Applicant", "Panyuwun"}
	CasePlace     = T{"Tempat", "Place", "Papan"}
	CaseTarget    = T{"Janji selesai", "Promised by", "Janji rampung"}
	CaseUsed      = T{"{0} % waktu terpakai", "{0} % of the time is used", "{0} % wekdal sampun kaangge"}
	CaseNoTarget  = T{"Belum dihitung", "Not counted yet", "Dereng kaetang"}
	CaseStill     = T{"Jam berhenti", "The clock stands", "Jam kèndel"}
	CaseUntil     = T{"Ditunggu sampai {0}", "Awaited until {0}", "Dipunentosi ngantos {0}"}
	CaseGuess     = T{"Libur tahun {0} belum diumumkan", "The holidays of {0} are not announced yet", "Prei taun {0} dereng kaumumaken"}
	CaseGuessY    = T{"Tanggal janji bisa bergeser setelah SKB terbit. Pemohon dikabari bila berubah.", "The target may move once they are. The applicant is told if it does.", "Tanggal janji saged ewah. Panyuwun dipunaturi kabar menawi ewah."}
	CaseHeld      = T{"Dipegang {0}", "{0} has it", "Kacepeng {0}"}
	CaseParts     = T{"Bagian", "Parts", "Perangan"}
	CaseAnswers   = T{"Isian", "Answers", "Isian"}
	CaseWay       = T{"Jalannya", "Its way", "Lampahipun"}
	CaseLog       = T{"Riwayat", "History", "Riwayat"}
	CaseLogCount  = T{"Riwayat {0}", "History {0}", "Riwayat {0}"}
	CaseBlank     = T{"Tidak diisi", "Left blank", "Boten kaisi"}
	CaseSays      = T{"Isi permohonan", "The application", "Isi panyuwunan"}
	CaseReveal    = T{"Buka nomor lengkap", "Show whole numbers", "Bikak nomer jangkep"}
	CaseRevealAsk = T{"Buka nomor lengkap {0}?", "Show the whole numbers of {0}?", "Bikak nomer jangkepipun {0}?"}
	CaseRevealY   = T{"Tercatat atas nama Anda, dan pemohon membacanya di akunnya.", "It is recorded in your name, and the applicant reads it in their account.", "Kacathet asma panjenengan, lan panyuwun maos ing akunipun."}
	CaseRevealed  = T{"Nomor lengkap terbuka. Pemohon sudah dikabari.", "The whole numbers are shown. The applicant was told.", "Nomer jangkep kabikak. Panyuwun sampun dipunaturi kabar."}
	CaseMap       = T{"Lihat di peta", "See on a map", "Mirsani ing peta"}

	CaseMark      = T{"Tandai", "Mark", "Tandhani"}
	CaseMarkOf    = T{"Tandai {0}", "Mark {0}", "Tandhani {0}"}
	CaseMarked    = T{"Perlu diperbaiki", "To be corrected", "Kedah dipunleresaken"}
	CaseUnmark    = T{"Hapus tanda", "Take the mark away", "Busak tandha"}
	CaseUnmarkOf  = T{"Hapus tanda {0}", "Take away the mark on {0}", "Busak tandha {0}"}
	CaseReason    = T{"Apa yang harus diperbaiki?", "What must be corrected?", "Punapa ingkang kedah dipunleresaken?"}
	CaseReasonY   = T{"Pemohon membaca kalimat ini.", "The applicant reads this sentence.", "Panyuwun maos ukara punika."}
	CaseMarksKeep = T{"Simpan tanda", "Save the marks", "Simpen tandha"}

	CaseFaster   = T{"{0} lebih dulu", "{0} was faster", "{0} langkung rumiyin"}
	CaseFasterY  = T{"Tulisan Anda masih ada. Lihat yang berubah, lalu ulangi bila perlu.", "What you wrote is still here. Look at what changed, then try again if needed.", "Seratan panjenengan taksih wonten. Mangga mirsani ingkang ewah, lajeng dipunbaleni menawi perlu."}
	CaseSomebody = T{"Sistem", "The house", "Sistem"}

	CaseAsked     = T{"{0} meminta pendapat instansi Anda", "{0} asks your agency for its opinion", "{0} nyuwun pamanggihipun kantor panjenengan"}
	CaseOpinions  = T{"Pendapat instansi lain", "Opinions of other agencies", "Pamanggih kantor sanes"}
	CaseWaiting   = T{"Menunggu jawaban", "Waiting for an answer", "Ngentosi wangsulan"}
	CaseWithdrawn = T{"Ditarik", "Withdrawn", "Kacabut"}
	CaseViewFor   = T{"Setuju", "For it", "Sarujuk"}
	CaseViewNo    = T{"Tidak setuju", "Against it", "Boten sarujuk"}
	CaseViewIf    = T{"Setuju dengan syarat", "For it, under conditions", "Sarujuk mawi sarat"}
	CaseBill      = T{"Tagihan", "Bill", "Tagihan"}
	CaseBillNo    = T{"{0}, kode {1}", "{0}, code {1}", "{0}, kodhe {1}"}
	CaseNotice    = T{"Pemohon bilang sudah bayar {0}", "The applicant says to have paid {0}", "Panyuwun matur sampun mbayar {0}"}
	CasePaid      = T{"Lunas {0}", "Paid {0}", "Lunas {0}"}
	CaseDocument  = T{"Nomor dokumen", "Document number", "Nomer dokumen"}
	CaseInstead   = T{"Diganti oleh", "Replaced by", "Kagantos dening"}
	CaseRounds    = T{"Sudah {0} kali dikembalikan", "Returned {0} times", "Sampun kaping {0} kawangsulaken"}
	CaseStepDone  = T{"selesai", "done", "rampung"}
	CaseStepNow   = T{"sekarang", "now", "sapunika"}
	CaseStepLater = T{"nanti", "later", "mangke"}
	CaseStepWait  = T{"menunggu pemohon", "waiting for the applicant", "ngentosi panyuwun"}

	CaseFiles      = T{"Lampiran", "Attachments", "Lampiran"}
	CaseFileOf     = T{"{0} dari {1}", "{0} of {1}", "{0} saking {1}"}
	CaseFileNext   = T{"Lampiran berikutnya", "Next attachment", "Lampiran salajengipun"}
	CaseFilePrev   = T{"Lampiran sebelumnya", "Attachment before", "Lampiran saderengipun"}
	CaseLarger     = T{"Perbesar", "Larger", "Gedhekaken"}
	CaseSmaller    = T{"Perkecil", "Smaller", "Alitaken"}
	CaseTurn       = T{"Putar", "Turn", "Puter"}
	CaseShut       = T{"Tutup lampiran", "Close the attachment", "Tutup lampiran"}
	CaseLetter     = T{"Surat asli, berlaku menurut register", "Genuine letter, holds by the register", "Serat asli, lumampah miturut register"}
	CaseLetterOver = T{"Surat ini tidak berlaku lagi", "This letter does not hold any more", "Serat punika sampun boten lumampah"}
	CaseLetterY    = T{"Nomor {0} dari {1}, untuk {2}. Dilampirkan dari surat milik pemohon, bukan hasil pindai.", "No. {0} by {1}, for {2}. Attached from the applicant's own letters, not a scan.", "Nomer {0} saking {1}, kagem {2}. Kalampiraken saking serat kagunganipun panyuwun, sanes asil pindhai."}
	CaseNoInstead  = T{"Belum ada surat penggantinya", "No letter to replace it yet", "Dereng wonten serat gantosipun"}
	CaseNoInsteadY = T{"Terbitkan dulu surat yang benar untuk {0} dari layanan ini, lalu kembali ke sini. Kalau suratnya keliru seluruhnya, cabut saja.", "First issue the right letter of this service for {0}, then come back. If the letter is all wrong, revoke it.", "Kawedalaken rumiyin serat ingkang leres kagem {0} saking palayanan punika, lajeng wangsul mriki. Menawi seratipun klentu sedaya, dipuncabut kemawon."}
	CaseErased     = T{"Isian dan berkas sudah dihapus", "Answers and files were erased", "Isian lan berkas sampun kabusak"}
	CaseErasedY    = T{"Masa simpannya habis {0}. Surat dan riwayatnya tetap ada.", "Their time was over on {0}. The letter and what happened stay.", "Wekdal simpenipun telas {0}. Serat lan riwayatipun tetep wonten."}
	CaseOutside    = T{"Buka di tab baru", "Open in a new tab", "Bikak ing tab enggal"}
	CaseNoLook     = T{"Berkas ini dibuka di tab tersendiri.", "This file opens in a tab of its own.", "Berkas punika kabikak ing tab piyambak."}
)

// What is done to it.
var (
	CaseActs     = T{"Yang bisa dilakukan", "What can be done", "Ingkang saged dipunlampahi"}
	CaseMore     = T{"Lainnya", "More", "Sanesipun"}
	CaseGave     = T{"{0} memberikannya ke {1}", "{0} gave it to {1}", "{0} maringaken dhateng {1}"}
	CaseNext     = T{"Berikutnya", "Next", "Salajengipun"}
	CaseNoNext   = T{"Ini yang terakhir di daftar.", "This is the last of the list.", "Punika ingkang pungkasan ing dhaptar."}
	CaseNothing  = T{"Tidak ada yang perlu Anda lakukan di tahap ini.", "There is nothing for you to do at this stage.", "Boten wonten ingkang perlu panjenengan lampahi ing tataran punika."}
	CaseTheirs   = T{"{0} yang memegang. Minta diserahkan bila perlu.", "{0} has it. Ask them to hand it over if needed.", "{0} ingkang nyepeng. Mangga nyuwun kapasrahaken menawi perlu."}
	CaseDid      = T{"{0}: tercatat.", "{0}: done.", "{0}: kacathet."}
	CaseDidTo    = T{"{0}. Sekarang: {1}.", "{0}. Now: {1}.", "{0}. Sapunika: {1}."}
	CaseNote     = T{"Catatan", "Note", "Cathetan"}
	CaseWhy      = T{"Alasan", "Reason", "Alesan"}
	CaseNoteTold = T{"Pemohon membaca catatan ini.", "The applicant reads this note.", "Panyuwun maos cathetan punika."}
	CaseNoteOwn  = T{"Hanya untuk rekan; pemohon tidak membacanya.", "For colleagues only; the applicant does not read it.", "Namung kangge rencang; panyuwun boten maos."}
	CaseOptional = T{"boleh kosong", "optional", "kenging kosong"}
	CaseForGood  = T{"Ini tidak bisa dibatalkan, dan pemohon langsung dikabari.", "This cannot be undone, and the applicant is told at once.", "Punika boten saged kabatalaken, lan panyuwun langsung dipunaturi kabar."}
	CaseKeepText = T{"Kembali, simpan tulisan", "Back, keep what is written", "Wangsul, simpen seratan"}
	CaseBack     = T{"Kembali", "Back", "Wangsul"}

	CaseReturn   = T{"Kembalikan", "Return", "Wangsulaken"}
	CaseReturnY  = T{"Jam janji berhenti sampai pemohon memperbaiki. Yang tidak ditandai tidak bisa diubah.", "The clock stands until the applicant has corrected it. What is not marked cannot be changed.", "Jam janji kèndel ngantos panyuwun ngleresaken. Ingkang boten katandhan boten saged dipunewahi."}
	CaseReturnNo = T{"Tandai dulu isian atau berkas yang harus diperbaiki.", "Mark the answers or files first that must be corrected.", "Mangga nandhani rumiyin isian utawi berkas ingkang kedah dipunleresaken."}
	CaseRefuseY  = T{"Tulis alasannya dengan kata sehari-hari dan apa yang bisa dilakukan pemohon.", "Write why in everyday words, and what the applicant can do.", "Mangga nyerat amargi punapa mawi tembung limrah, lan punapa ingkang saged dipunlampahi panyuwun."}
	CasePassY    = T{"Tahap ini perlu catatan.", "This stage needs a note.", "Tataran punika mbetahaken cathetan."}
	CaseBackTo   = T{"Kembali ke tahap mana?", "Back to which stage?", "Wangsul dhateng tataran pundi?"}
	CaseAskWhom  = T{"Instansi mana?", "Which agency?", "Kantor pundi?"}
	CaseAskPick  = T{"Pilih instansi", "Choose an agency", "Mangga milih kantor"}
	CaseAskWhat  = T{"Pertanyaan", "Question", "Pitakenan"}
	CaseAskY     = T{"Instansi itu melihat permohonan ini sampai menjawab.", "That agency sees this application until it has answered.", "Kantor punika mirsani panyuwunan punika ngantos mangsuli."}
	CaseView     = T{"Pendapat instansi Anda", "Your agency's opinion", "Pamanggihipun kantor panjenengan"}
	CaseViewWhy  = T{"Penjelasan", "Explanation", "Katrangan"}
	CaseAmount   = T{"Biaya (rupiah)", "Fee (rupiah)", "Ragad (rupiah)"}
	CaseAmountY  = T{"Menurut rumus: {0}. Tulis 0 bila ternyata tidak perlu bayar.", "By the formula: {0}. Write 0 if nothing is to be paid.", "Manut rumus: {0}. Serat 0 menawi boten perlu mbayar."}
	CaseAmountNo = T{"Tulis 0 bila ternyata tidak perlu bayar.", "Write 0 if nothing is to be paid.", "Serat 0 menawi boten perlu mbayar."}
	CaseBillCode = T{"Kode bayar atau nomor SKRD", "Payment code or bill number", "Kodhe bayar utawi nomer SKRD"}
	CasePaidAsk  = T{"Uang {0} dengan kode {1} sudah masuk?", "Has {0} with the code {1} arrived?", "Arta {0} mawi kodhe {1} sampun mlebet?"}
	CaseSignY    = T{"Nomor surat diberikan otomatis, lalu dokumennya terbit atas nama Anda.", "The number is allotted by itself, then the document is issued in your name.", "Nomer serat kaparingaken otomatis, lajeng dokumenipun kababar asta nami panjenengan."}
	CasePass     = T{"Kata sandi tanda tangan elektronik", "Passphrase of your electronic signature", "Tembung sandi tapak asma elektronik"}
	CasePassHint = T{"Tidak disimpan.", "It is not kept.", "Boten kasimpen."}
	CaseLooked   = T{"Sudah saya periksa: surat ini belum ditandatangani. Tanda tangani lagi.", "I have looked: this letter is not signed yet. Sign again.", "Sampun kula priksa: serat punika dereng katapakasmani. Tapak asmani malih."}
	CaseNewNo    = T{"Nomor dokumen pengganti", "Number of the document that replaces it", "Nomer dokumen gantos"}
	CaseGiveTo   = T{"Beri ke siapa?", "Give it to whom?", "Kapasrahaken dhateng sinten?"}
	CaseGive     = T{"Beri ke rekan", "Give to a colleague", "Pasrahaken dhateng rencang"}
	CaseNobody   = T{"Belum ada rekan yang bisa mengerjakan tahap ini.", "No colleague can do this stage yet.", "Dereng wonten rencang ingkang saged nindakaken tataran punika."}
	CaseChoose   = T{"Pilih dulu", "Choose first", "Mangga milih rumiyin"}

	CaseKeys     = T{"Tombol", "Keys", "Tombol"}
	CaseKeysY    = T{"Tidak berlaku saat Anda mengetik.", "They do nothing while you type.", "Boten kangge nalika panjenengan ngetik."}
	CaseKeyMove  = T{"Permohonan berikut, sebelum", "Next, previous application", "Panyuwunan salajengipun, saderengipun"}
	CaseKeyOpen  = T{"Buka", "Open", "Bikak"}
	CaseKeyFind  = T{"Cari", "Search", "Pados"}
	CaseKeyLists = T{"Ganti daftar", "Another list", "Gantos dhaptar"}
	CaseKeyRow   = T{"Isian berikut, sebelum", "Next, previous answer", "Isian salajengipun, saderengipun"}
	CaseKeyMark  = T{"Tandai isian ini", "Mark this answer", "Tandhani isian punika"}
	CaseKeyPick  = T{"Pilih untuk diberikan", "Pick to give away", "Pilih kangge kapasrahaken"}
	CaseKeyPart  = T{"Isian, jalannya, riwayat", "Answers, its way, history", "Isian, lampah, riwayat"}
	CaseKeyNext  = T{"Buka yang berikutnya", "Open the next one", "Bikak salajengipun"}
	CaseKeyOn    = T{"Lanjutkan tahap ini", "On to the next stage", "Lajengaken tataran punika"}
	CaseKeyFiles = T{"Lihat lampiran, ganti", "See attachments, change", "Mirsani lampiran, gantos"}
	CaseKeyZoom  = T{"Perbesar, perkecil, putar", "Larger, smaller, turn", "Gedhe, alit, puter"}
	CaseKeySend  = T{"Kirim yang ditulis", "Send what is written", "Kintun seratan"}
	CaseKeyEsc   = T{"Tutup, kembali ke daftar", "Close, back to the list", "Tutup, wangsul dhateng dhaptar"}
)

// Who has an application, as officers are told.
var (
	PermitHeldBy  = T{"{0} yang memegang.", "{0} has it.", "{0} ingkang nyepeng."}
	PermitHeldNot = T{"Belum ada yang memegang.", "Nobody has it.", "Dereng wonten ingkang nyepeng."}
)

// PermitAway is why somebody has an application from now on.
var PermitAway = T{"Tidak di tempat sampai {0}.", "Away until {0}.", "Boten wonten ngantos {0}."}

// One person who has far too much.
var (
	LoadTitle = T{"{0} memegang terlalu banyak", "{0} has too much", "{0} nyepeng kekathahen"}
	LoadSay   = T{"{0} dari {1} yang telat atau lama menunggu di {2}.", "{0} of {1} that are late or wait long at {2}.", "{0} saking {1} ingkang telat utawi dangu ngentosi ing {2}."}
	LoadSee   = T{"Lihat dan bagikan", "See and share out", "Mirsani lan bagi"}
)

// Officers who are away, and who stands in.
var (
	AwayTitle = T{"Tidak di tempat", "Away", "Boten wonten"}
	AwayMeans = T{"Yang Anda pegang, dan yang masuk selama itu, dipegang pengganti. Yang tidak boleh dikerjakan pengganti tetap pada Anda.", "What you have, and what comes meanwhile, goes to your deputy. What your deputy may not do stays with you.", "Ingkang panjenengan cepeng, lan ingkang mlebet salebetipun punika, kacepeng gantos. Ingkang boten kenging katindakaken gantos tetep ing panjenengan."}
	AwayLast  = T{"Tidak di tempat sampai", "Away until", "Boten wonten ngantos"}
	AwayWho   = T{"Pengganti", "Deputy", "Gantos"}
	AwaySave  = T{"Simpan", "Save", "Simpen"}
	AwayDone  = T{"{0} sekarang memegang permohonan Anda.", "{0} has your applications now.", "{0} sapunika nyepeng panyuwunan panjenengan."}
	AwayUntil = T{"Anda tidak di tempat sampai {0}", "You are away until {0}", "Panjenengan boten wonten ngantos {0}"}
	AwayBy    = T{"{0} menggantikan.", "{0} stands in.", "{0} nggantosi."}
	AwayStays = T{"{0} masih Anda pegang karena tidak boleh dikerjakan pengganti.", "You still have {0} that your deputy may not do.", "{0} taksih panjenengan cepeng amargi boten kenging katindakaken gantos."}
	AwayBack  = T{"Saya sudah kembali", "I am back", "Kula sampun wangsul"}
	AwayOver  = T{"Selamat datang kembali. Yang sudah diserahkan tetap di pengganti.", "Welcome back. What was given away stays with your deputy.", "Sugeng rawuh. Ingkang sampun kapasrahaken tetep ing gantos."}
	AwayStand = T{"Anda menggantikan", "You stand in for", "Panjenengan nggantosi"}
	AwayFor   = T{"{0}, sampai {1}", "{0}, until {1}", "{0}, ngantos {1}"}
)

// Giving many to somebody at once.
var (
	ManyPick   = T{"Pilih banyak", "Pick several", "Pilih kathah"}
	ManyPicked = T{"{0} dipilih", "{0} picked", "{0} kapilih"}
	ManyNone   = T{"Pilih dulu permohonannya.", "Pick some applications first.", "Mangga milih panyuwunanipun rumiyin."}
	ManyGive   = T{"Beri ke rekan", "Give to a colleague", "Pasrahaken dhateng rencang"}
	ManyGiven  = T{"{0} permohonan sekarang dipegang {1}.", "{1} has {0} more applications now.", "{0} panyuwunan sapunika kacepeng {1}."}
	ManyLeft   = T{"{0} tidak bisa diberikan", "{0} could not be given", "{0} boten saged kapasrahaken"}
	ManyHas    = T{"memegang {0}", "has {0}", "nyepeng {0}"}
	ManyAway   = T{"tidak di tempat sampai {0}, diganti {1}", "away until {0}, {1} stands in", "boten wonten ngantos {0}, dipungantosi {1}"}
	ManySelf   = T{"{0} (saya)", "{0} (me)", "{0} (kula)"}
)

// Sentences that are written again and again.
var (
	PhrasePick  = T{"Kalimat siap pakai", "Ready sentences", "Ukara siyaga"}
	PhraseTitle = T{"Pilih kalimat", "Choose a sentence", "Mangga milih ukara"}
	PhraseWrite = T{"Kalimat siap pakai", "A ready sentence", "Ukara siyaga"}
	PhraseNone  = T{"Belum ada. Simpan kalimat yang sering Anda tulis; rekan sekantor ikut memakainya.", "None yet. Keep what you write often; colleagues can use it too.", "Dereng wonten. Simpen ukara ingkang asring panjenengan serat; rencang sakantor tumut ngagem."}
	PhraseNew   = T{"Simpan kalimat baru", "Keep a new sentence", "Simpen ukara enggal"}
	PhraseEdit  = T{"Ubah {0}", "Change {0}", "Ewahi {0}"}
	PhraseDrop  = T{"Hapus {0}", "Delete {0}", "Busak {0}"}
	PhraseName  = T{"Nama singkat", "Short name", "Asma cekak"}
	PhraseNameY = T{"Misalnya: KK kabur.", "For example: KK blurred.", "Tuladha: KK blawur."}
	PhraseBody  = T{"Kalimatnya", "The sentence", "Ukaranipun"}
	PhraseAll   = T{"Semua layanan", "All services", "Sedaya palayanan"}
	PhraseFor   = T{"Untuk kantor", "For which office", "Kangge kantor"}
	PhraseKeep  = T{"Simpan", "Keep", "Simpen"}
)

// CaseEvents are what happened to an application; {0} is who did it.
var CaseEvents = map[string]T{
	"submit":    {"{0} mengirim permohonan", "{0} sent the application", "{0} ngintun panyuwunan"},
	"resubmit":  {"{0} mengirim perbaikan", "{0} sent the correction", "{0} ngintun leresan"},
	"notice":    {"{0} bilang sudah membayar", "{0} says to have paid", "{0} matur sampun mbayar"},
	"cancel":    {"{0} membatalkan", "{0} cancelled it", "{0} mbatalaken"},
	"take":      {"{0} mengambilnya", "{0} took it", "{0} mendhet"},
	"hand_over": {"{0} menyerahkannya", "{0} handed it over", "{0} masrahaken"},
	"mark":      {"{0} menandai yang harus diperbaiki", "{0} marked what must be corrected", "{0} nandhani ingkang kedah dipunleresaken"},
	"return":    {"{0} mengembalikan ke pemohon", "{0} returned it to the applicant", "{0} mangsulaken dhateng panyuwun"},
	"pass":      {"{0} menyatakan sesuai", "{0} found it in order", "{0} ngendikakaken trep"},
	"send_back": {"{0} mengembalikan ke rekan", "{0} sent it back to a colleague", "{0} mangsulaken dhateng rencang"},
	"ask":       {"{0} meminta pendapat", "{0} asked for an opinion", "{0} nyuwun pamanggih"},
	"answer":    {"{0} memberi pendapat", "{0} gave an opinion", "{0} maringi pamanggih"},
	"withdraw":  {"{0} menarik permintaan pendapat", "{0} withdrew the question", "{0} nyabut panyuwunan pamanggih"},
	"fee":       {"{0} menetapkan biaya", "{0} set the fee", "{0} netepaken ragad"},
	"confirm":   {"{0} mencatat lunas", "{0} recorded the payment", "{0} nyathet lunas"},
	"dispute":   {"{0} mencatat uang belum masuk", "{0} recorded that no money came", "{0} nyathet arta dereng mlebet"},
	"initial":   {"{0} memberi paraf", "{0} initialled it", "{0} maringi paraf"},
	"sign":      {"{0} menandatangani", "{0} signed it", "{0} napak asmani"},
	"issue":     {"{0} menerbitkan", "{0} issued it", "{0} mbabar"},
	"collect":   {"{0} mencatat sudah diambil", "{0} recorded that it was collected", "{0} nyathet sampun dipunpendhet"},
	"refuse":    {"{0} menolak", "{0} refused it", "{0} nampik"},
	"revoke":    {"{0} mencabut dokumen", "{0} revoked the document", "{0} nyabut dokumen"},
	"replace":   {"{0} mengganti dokumen", "{0} replaced the document", "{0} nggantos dokumen"},
	"remark":    {"{0} mencatat", "{0} noted", "{0} nyathet"},
	"expire":    {"{0}: lewat waktu perbaikan", "{0}: not corrected in time", "{0}: langkung wekdal leresan"},
	"lapse":     {"{0}: lewat waktu bayar", "{0}: not paid in time", "{0}: langkung wekdal bayar"},
}
