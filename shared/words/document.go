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
