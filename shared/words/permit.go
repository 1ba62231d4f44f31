package words

// PermitStages are what the stages of an application are called.
var PermitStages = map[string]T{
	"draft":          {"Belum terkirim", "Not sent yet", "Dereng kakintun"},
	"submitted":      {"Diajukan", "Submitted", "Sampun kakintun"},
	"documents":      {"Verifikasi berkas", "Documents are checked", "Berkas kapriksa"},
	"technical":      {"Verifikasi teknis", "Technical check", "Priksa teknis"},
	"recommendation": {"Rekomendasi instansi lain", "Another agency's recommendation", "Rekomendasi kantor sanes"},
	"assessment":     {"Penetapan biaya", "Fee is set", "Netepaken ragad"},
	"payment":        {"Menunggu pembayaran", "Waiting for payment", "Ngentosi pambayaran"},
	"initials":       {"Paraf", "Initialled", "Paraf"},
	"signature":      {"Menunggu tanda tangan", "Waiting for signature", "Ngentosi tapak asma"},
	"issuing":        {"Penerbitan", "Being issued", "Kababar"},
	"pickup":         {"Siap diambil", "Ready to be collected", "Saged dipunpendhet"},
	"returned":       {"Perlu Anda perbaiki", "You must correct something", "Perlu panjenengan leresaken"},
	"issued":         {"Terbit", "Issued", "Sampun dados"},
	"collected":      {"Sudah diambil", "Collected", "Sampun dipunpendhet"},
	"refused":        {"Ditolak", "Refused", "Katampik"},
	"cancelled":      {"Dibatalkan", "Cancelled", "Kabatalaken"},
	"expired":        {"Kedaluwarsa", "Expired", "Kadaluwarsa"},
	"revoked":        {"Dicabut", "Revoked", "Kacabut"},
	"replaced":       {"Diganti", "Replaced", "Kagantos"},
}

// PermitActions are what may be done with an application, as a button says it.
var PermitActions = map[string]T{
	"submit":    {"Kirim", "Send", "Kintun"},
	"resubmit":  {"Kirim perbaikan", "Send the correction", "Kintun leresan"},
	"notice":    {"Saya sudah bayar", "I have paid", "Kula sampun mbayar"},
	"cancel":    {"Batalkan", "Cancel", "Batalaken"},
	"take":      {"Ambil", "Take", "Pendhet"},
	"hand_over": {"Serahkan", "Hand over", "Pasrahaken"},
	"mark":      {"Tandai", "Mark", "Tandhani"},
	"return":    {"Kembalikan ke pemohon", "Return to the applicant", "Wangsulaken dhateng panyuwun"},
	"pass":      {"Sesuai, lanjutkan", "In order, go on", "Trep, lajengaken"},
	"send_back": {"Kembalikan ke rekan", "Send back to a colleague", "Wangsulaken dhateng rencang"},
	"ask":       {"Minta pendapat", "Ask for an opinion", "Nyuwun pamanggih"},
	"answer":    {"Beri pendapat", "Give an opinion", "Paring pamanggih"},
	"withdraw":  {"Tarik permintaan", "Withdraw the question", "Cabut panyuwunan"},
	"fee":       {"Tetapkan biaya", "Set the fee", "Tetepaken ragad"},
	"confirm":   {"Lunas", "Paid", "Lunas"},
	"dispute":   {"Belum masuk", "Not received", "Dereng mlebet"},
	"initial":   {"Paraf", "Initial", "Paraf"},
	"sign":      {"Tanda tangani", "Sign", "Tapak asmani"},
	"issue":     {"Terbitkan", "Issue", "Babar"},
	"collect":   {"Sudah diambil", "Collected", "Sampun dipunpendhet"},
	"refuse":    {"Tolak", "Refuse", "Tampik"},
	"revoke":    {"Cabut", "Revoke", "Cabut"},
	"replace":   {"Ganti", "Replace", "Gantos"},
	"remark":    {"Catat", "Note", "Cathet"},
	"expire":    {"Lewat waktu perbaikan", "Not corrected in time", "Langkung wekdal leresan"},
	"lapse":     {"Lewat waktu bayar", "Not paid in time", "Langkung wekdal bayar"},
}

// What an applicant is told.
var (
	PermitDueBy   = T{"Selesai paling lambat {0}.", "Done by {0} at the latest.", "Rampung paling lambat {0}."}
	PermitGoesOn  = T{"Sedang kami kerjakan.", "We are working on it.", "Saweg kula tindakaken."}
	PermitFetch   = T{"Silakan ambil di {0}.", "Please collect it at {0}.", "Mangga dipunpendhet wonten {0}."}
	PermitIsOut   = T{"Suratnya sudah sah.", "The document is valid.", "Seratipun sampun sah."}
	PermitCorrect = T{"Ada {0} isian yang perlu diperbaiki.", "{0} answers need to be corrected.", "Wonten {0} isian ingkang perlu dipunleresaken."}
	PermitPay     = T{"Bayar {0} dengan kode {1}.", "Pay {0} with the code {1}.", "Mangga mbayar {0} mawi kodhe {1}."}
	PermitUnpaid  = T{"Pembayaran belum kami terima. {0}", "We have not received the payment. {0}", "Pambayaran dereng kula tampi. {0}"}

	// Why an officer saw whole numbers.
	PermitLook = T{"Memeriksa permohonan {0}, nomor {1}", "Checking the application {0}, number {1}", "Mriksani panyuwunan {0}, nomer {1}"}
)
