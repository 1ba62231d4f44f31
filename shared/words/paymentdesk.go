package words

// The desk of money.
var (
	BillsTitle   = T{"Pembayaran", "Payments", "Pambayaran"}
	BillsAbout   = T{"Tagihan izin, dan uang yang masuk menurut bank.", "Bills of permits, and what the bank received.", "Tagihan ijin, lan arta ingkang mlebet miturut bank."}
	BillsOpen    = T{"Menunggu dibayar", "Waiting", "Ngentosi dipunbayar"}
	BillsOpenY   = T{"tagihan", "bills", "tagihan"}
	BillsSum     = T{"Jumlahnya", "In all", "Gunggungipun"}
	BillsSumY    = T{"belum masuk", "not received yet", "dereng mlebet"}
	BillsList    = T{"Tagihan", "Bills", "Tagihan"}
	BillsWait    = T{"Belum lunas", "Not paid", "Dereng lunas"}
	BillsPaid    = T{"Lunas", "Paid", "Lunas"}
	BillsPaste   = T{"Mutasi bank", "Statement of the bank", "Mutasi bank"}
	BillsHow     = T{"Tempel dari bank, satu pembayaran satu baris: kode bayar; jumlah; tanggal; nomor referensi. Boleh ditempel dua kali, tidak dihitung dua kali.", "Paste it from the bank, one payment on a line: payment code; amount; date; reference. Pasted twice, it counts once.", "Tempel saking bank, satunggal pambayaran satunggal larik: kode bayar; gunggung; tanggal; nomer referensi. Kenging katempel kaping kalih, boten kaetang kaping kalih."}
	BillsMatch   = T{"Cocokkan", "Match", "Cocogaken"}
	BillsLines   = T{"Baris {0} tidak terbaca. Tulis: kode bayar; jumlah; tanggal; nomor referensi.", "Line {0} cannot be read. Write: payment code; amount; date; reference.", "Larik {0} boten kawaos. Serat: kode bayar; gunggung; tanggal; nomer referensi."}
	BillsSettled = T{"{0} dari {1} tagihan menjadi lunas", "{0} of {1} bills are paid now", "{0} saking {1} tagihan dados lunas"}
	BillsAmount  = T{"Jumlah", "Amount", "Gunggung"}
	BillsDay     = T{"Tanggal", "Date", "Tanggal"}
	BillsOutcome = T{"Hasil", "Outcome", "Asil"}
	BillsCase    = T{"Permohonan", "Application", "Panyuwunan"}
	BillsOdd     = T{"Perlu dilihat", "To look at", "Perlu dipunpirsani"}
	BillsOddY    = T{"Uang masuk yang tidak pas dengan tagihannya. Selesaikan dengan bank dan pemohon.", "Money that fits no bill. Settle it with the bank and the applicant.", "Arta mlebet ingkang boten trep kaliyan tagihanipun. Rampungaken kaliyan bank lan panyuwun."}
	BillsNone    = T{"Tidak ada tagihan", "No bills", "Boten wonten tagihan"}
	BillsNoneY   = T{"Tagihan muncul di sini begitu biayanya ditetapkan.", "Bills appear here once their fee is set.", "Tagihan katingal ing mriki menawi ragadipun sampun katetepaken."}
	BillsMade    = T{"dibuat {0}", "made {0}", "kadamel {0}"}
	BillsPaidAt  = T{"lunas {0}", "paid {0}", "lunas {0}"}
	BillsProof   = T{"ada bukti bayar", "with a proof", "wonten bukti bayar"}
	BillsNotice  = T{"pemohon bilang sudah bayar", "the applicant says it is paid", "panyuwun sanjang sampun mbayar"}
)

// BillOutcomes are what became of payments.
var BillOutcomes = map[string]T{
	"settled":   {"Lunas", "Paid", "Lunas"},
	"again":     {"Sudah dihitung", "Counted before", "Sampun kaetang"},
	"double":    {"Dibayar dua kali", "Paid twice", "Kabayar kaping kalih"},
	"short":     {"Kurang", "Too little", "Kirang"},
	"over":      {"Lebih", "Too much", "Langkung"},
	"unmatched": {"Kode tidak dikenal", "Unknown code", "Kode boten dipuntepangi"},
	"barred":    {"Dikonfirmasi orang lain", "Somebody else confirms it", "Dipunkonfirmasi tiyang sanes"},
	"closed":    {"Permohonan sudah berakhir: kembalikan", "The application is over: give it back", "Panyuwunan sampun rampung: dipunwangsulaken"},
}
