package words

// Faults are the sentences behind the keys of package fault. {0} is the
// bound of a field.
var Faults = map[string]T{
	"invalid":           {"Periksa isian yang ditandai.", "Check the marked fields.", "Mangga mriksani isian ingkang dipuntandhani."},
	"signin":            {"Masuk dulu untuk melanjutkan.", "Sign in to go on.", "Mangga mlebet rumiyin."},
	"denied":            {"Anda belum punya hak untuk ini.", "You may not do this.", "Panjenengan dereng kagungan hak."},
	"unknown":           {"Tidak ditemukan. Mungkin sudah dihapus atau pindah.", "Not found. It may have been removed or moved.", "Boten kepanggih. Mbokmenawi sampun dipunbusak utawi pindhah."},
	"conflict":          {"Sudah diubah orang lain. Muat ulang dulu.", "Someone else changed it first. Reload it.", "Sampun dipunewahi tiyang sanes. Mangga dipunbikak malih."},
	"large":             {"Terlalu besar. Kirim yang lebih kecil.", "Too large. Send something smaller.", "Kagengen. Mangga ngintun ingkang langkung alit."},
	"busy":              {"Terlalu banyak permintaan. Coba lagi sebentar.", "Too many requests. Try again shortly.", "Panyuwunan kathah sanget. Mangga dipuncobi malih."},
	"offline":           {"Belum terkirim karena tanpa internet. Isian Anda aman, coba lagi saat sinyal kembali.", "Not sent: you are offline. Your entries are safe; try again with a signal.", "Dereng kakintun amargi tanpa internet. Isian aman, mangga dipuncobi malih."},
	"broken":            {"Gagal, dari pihak kami. Coba lagi; isian Anda aman.", "This is on us. Try again; your entries are safe.", "Gagal, saking kami. Mangga dipuncobi malih; isian aman."},
	"required":          {"Isi dulu bagian ini.", "Fill this in first.", "Mangga dipunisi rumiyin."},
	"too_short":         {"Terlalu pendek. Tulis paling sedikit {0} huruf.", "Too short. Write at least {0} letters.", "Kecendhaken. Mangga dipunserat paling sekedhik {0} aksara."},
	"too_long":          {"Terlalu panjang. Paling banyak {0} huruf.", "Too long. At most {0} letters.", "Kedawan. Paling kathah {0} aksara."},
	"too_small":         {"Terlalu kecil. Paling kecil {0}.", "Too small. At least {0}.", "Kealiten. Paling alit {0}."},
	"too_large":         {"Terlalu besar. Paling besar {0}.", "Too large. At most {0}.", "Kagengen. Paling ageng {0}."},
	"choice":            {"Pilih salah satu yang tersedia.", "Choose one of the options.", "Mangga milih salah satunggal."},
	"slug":              {"Alamat ini salah ketik.", "This address is mistyped.", "Alamat punika klentu serat."},
	"areacode":          {"Kode wilayah tidak dikenal.", "Unknown area code.", "Kodhe wewengkon boten dipuntepangi."},
	"phone":             {"Tulis nomor telepon seperti 081234567890.", "Write a phone number such as 081234567890.", "Mangga nyerat nomer telpon kados 081234567890."},
	"email":             {"Tulis alamat surel seperti nama@contoh.id.", "Write an address such as name@example.id.", "Mangga nyerat alamat surel kados nama@contoh.id."},
	"characters":        {"Ada huruf yang tidak bisa dibaca. Tulis ulang.", "It has letters we cannot read. Write it again.", "Wonten aksara ingkang boten saged kawaos. Mangga dipunserat malih."},
	"number":            {"Tulis dengan angka saja, contoh 12.", "Use digits only, for example 12.", "Mangga dipunserat angka kemawon, tuladha 12."},
	"boolean":           {"Pilih ya atau tidak.", "Choose yes or no.", "Pilih inggih utawi boten."},
	"date":              {"Tulis tanggal seperti 2026-11-23.", "Write a date such as 2026-11-23.", "Mangga nyerat tanggal kados 2026-11-23."},
	"json":              {"Kiriman tidak bisa dibaca.", "What was sent cannot be read.", "Kintunan boten saged kawaos."},
	"unknown_field":     {"Isian ini tidak dikenal.", "This field is not known.", "Isian punika boten dipuntepangi."},
	"cursor":            {"Halaman lanjutan sudah kedaluwarsa. Mulai dari awal.", "This next page has expired. Start again.", "Kaca salajengipun sampun kadaluwarsa. Mangga saking wiwitan."},
	"key_reused":        {"Kiriman ini sudah pernah dipakai untuk isi lain.", "This was already used for another content.", "Kintunan punika sampun kaagem kangge isi sanes."},
	"in_progress":       {"Sedang kami proses. Tunggu sebentar.", "We are working on it. One moment.", "Saweg dipunlampahaken. Mangga ngentosi."},
	"method":            {"Cara ini tidak berlaku untuk alamat tersebut.", "This method does not fit the address.", "Cara punika boten lumampah kangge alamat kasebat."},
	"media_type":        {"Jenis kiriman ini tidak diterima.", "This kind of content is not accepted.", "Jinis kintunan punika boten katampi."},
	"file_type":         {"Jenis berkas ini tidak diterima. Pakai {0}.", "This kind of file is not accepted. Use {0}.", "Jinis berkas punika boten katampi. Mangga ngagem {0}."},
	"file_size":         {"Berkas terlalu besar. Pilih yang di bawah {0}.", "The file is too big. Choose one under {0}.", "Berkas kagengen. Mangga milih ingkang sangandhaping {0}."},
	"cross_origin":      {"Permintaan ini datang dari situs lain, jadi kami tolak.", "This came from another site, so we refused it.", "Panyuwunan punika saking situs sanes, dados kami tampik."},
	"mobile":            {"Tulis nomor HP seperti 081234567890.", "Write a mobile number such as 081234567890.", "Mangga nyerat nomer HP kados 081234567890."},
	"partner_url":       {"Tulis alamat lengkap yang diawali https://, bukan alamat di dalam jaringan.", "Write a whole address that begins with https://, not one inside a network.", "Mangga nyerat alamat jangkep ingkang dipunwiwiti https://, sanes alamat ing lebet jaringan."},
	"code":              {"Kodenya 6 angka. Lihat lagi di pesan yang kami kirim.", "The code has 6 digits. Look again at our message.", "Kodhenipun 6 angka. Mangga dipunpriksani malih."},
	"code_wrong":        {"Kode itu salah. Sisa {0} kali coba.", "That code is wrong. {0} tries left.", "Kodhe punika klentu. Kantun {0} cobi."},
	"code_gone":         {"Kode ini sudah tidak berlaku. Minta kode baru.", "This code no longer works. Ask for a new one.", "Kodhe punika sampun boten lumampah. Mangga nyuwun malih."},
	"passkey_refused":   {"Kunci itu tidak cocok. Coba lagi atau masuk dengan kode.", "That passkey did not fit. Try again or use a code.", "Kunci punika boten cocog. Mangga dipuncobi malih utawi ngagem kodhe."},
	"challenge_gone":    {"Terlalu lama menunggu. Mulai lagi.", "That took too long. Start again.", "Kedangon. Mangga dipunwiwiti malih."},
	"password_refused":  {"Surel, kata sandi, atau kodenya tidak cocok.", "Email, password or code do not match.", "Surel, tembung wadi, utawi kodhenipun boten cocog."},
	"locked":            {"Terlalu banyak percobaan. Tunggu sebentar sebelum mencoba lagi.", "Too many tries. Wait a while before trying again.", "Kekathahen cobi. Mangga ngentosi sakedhap."},
	"family_full":       {"Daftar keluarga sudah penuh.", "The family list is full.", "Daptar brayat sampun kebak."},
	"nik_twice":         {"NIK ini sudah ada di keluarga Anda.", "This NIK is already in your family.", "NIK punika sampun wonten ing brayat panjenengan."},
	"nik_digits":        {"NIK hanya boleh angka.", "A NIK has digits only.", "NIK namung angka."},
	"nik_length":        {"NIK harus 16 digit, seperti di KTP.", "A NIK has 16 digits, as on the KTP.", "NIK kedah 16 angka, kados ing KTP."},
	"nik_date":          {"Angka tanggal lahir di NIK ini tidak mungkin. Periksa lagi.", "The birth date inside this NIK cannot be. Check it.", "Tanggal lair ing NIK punika boten mungkin. Mangga dipunpriksani."},
	"nik_region":        {"Kode wilayah di NIK ini tidak kami kenal. Kalau sudah sesuai KTP, biarkan saja.", "We do not know the area in this NIK. If it matches the KTP, leave it.", "Kodhe wewengkon ing NIK punika boten kami tepangi. Menawi sampun trep KTP, kajengipun."},
	"nik_serial":        {"Nomor urut NIK ini tidak biasa. Kalau sudah sesuai KTP, biarkan saja.", "The serial of this NIK is unusual. If it matches the KTP, leave it.", "Nomer urut NIK punika boten limrah. Menawi sampun trep KTP, kajengipun."},
	"nik_born":          {"Tanggal lahir berbeda dengan yang ada di NIK. Kalau sudah sesuai KTP, biarkan saja.", "The birth date differs from the one in the NIK. If both match the KTP, leave it.", "Tanggal lair beda kaliyan NIK. Menawi sampun trep KTP, kajengipun."},
	"kk":                {"Nomor KK harus 16 digit.", "A KK number has 16 digits.", "Nomer KK kedah 16 angka."},
	"bpjs":              {"Nomor kartu BPJS 13 digit, nol di depan ikut ditulis.", "A BPJS number has 13 digits, with the zeros in front.", "Nomer kertu BPJS 13 angka, nol ngajeng tumut dipunserat."},
	"born_future":       {"Tanggal lahir ini belum terjadi.", "This birth date is in the future.", "Tanggal lair punika dereng kelampahan."},
	"invitation_gone":   {"Undangan ini sudah dipakai atau kedaluwarsa. Minta yang baru.", "This invitation was used or has expired. Ask for a new one.", "Ulem punika sampun kaagem utawi kadaluwarsa. Mangga nyuwun malih."},
	"totp":              {"Kode dari aplikasi autentikator tidak cocok. Periksa jam HP, lalu coba lagi.", "The authenticator code does not match. Check the phone's clock and try again.", "Kodhe autentikator boten cocog. Mangga mriksani jam HP lajeng dipuncobi malih."},
	"staff_exists":      {"Surel ini sudah punya akun petugas. Tambahkan peran di daftar petugas.", "This address already has a staff account. Add a role in the staff list.", "Surel punika sampun gadhah akun petugas. Mangga nambah peran ing daptar."},
	"own_role":          {"Peran Anda sendiri hanya bisa dicabut orang lain.", "Only someone else can take your own role away.", "Peran panjenengan namung saged dipuncabut tiyang sanes."},
	"role_scope":        {"Peran ini bukan milik kantor Anda untuk diberikan.", "This role is not your office's to give.", "Peran punika sanes wewenang kantor panjenengan."},
	"opened_many":       {"Terlalu banyak data dibuka dalam waktu singkat. Ini tercatat sebagai peringatan bagi pengawas.", "Too many records opened in a short time. This is on record as an alarm for the auditor.", "Kekathahen data ingkang dipunbikak. Punika kacathet minangka pepenget tumrap pangawas."},
	"nothing_to_verify": {"Warga ini belum mengisi NIK.", "This citizen has not entered a NIK.", "Warga punika dereng ngisi NIK."},
	"open_first":        {"Buka dan cocokkan dulu NIK dengan KTP-nya.", "Open the NIK and compare it with the KTP first.", "Mangga NIK dipunbikak lan dipuncocogaken kaliyan KTP rumiyin."},
	"code_unsent":       {"Pesan belum bisa dikirim ke nomor ini. Coba lagi sebentar.", "We could not send a message to this number. Try again shortly.", "Pesen dereng saged dipunkintun dhateng nomer punika. Mangga dipuncobi malih."},
	"nik_taken":         {"NIK ini sudah diverifikasi di akun lain.", "This NIK is already verified on another account.", "NIK punika sampun dipunverifikasi ing akun sanes."},
	"phone_or_nik":      {"Tulis nomor HP atau NIK 16 digit.", "Write a phone number or a NIK of 16 digits.", "Mangga nyerat nomer HP utawi NIK 16 angka."},
	"edited_meanwhile":  {"Sudah diubah rekan Anda. Tulisan Anda belum tersimpan.", "A colleague changed it meanwhile. Yours is not saved.", "Sampun dipunewahi rencang panjenengan. Seratan panjenengan dereng kasimpen."},
	"own_draft":         {"Anda yang terakhir menulis, jadi rekan Anda yang menerbitkan.", "You wrote it last, so a colleague must publish it.", "Panjenengan ingkang pungkasan nyerat, dados rencang panjenengan ingkang mbabar."},
	"taken":             {"Alamat ini sudah dipakai. Pilih yang lain.", "This address is taken. Choose another.", "Alamat punika sampun kaagem. Mangga milih sanesipun."},
	"hours":             {"Jam tutup harus setelah jam buka, dan tidak boleh bertumpuk.", "Closing must come after opening, and times must not overlap.", "Jam tutup kedah sasampunipun jam bikak, lan boten kenging tumpuk."},
}

// Fault is the sentence of a fault key in a language. A key this version
// does not know is still answered with a sentence, never with the key.
func Fault(lang Lang, key, bound string) string {
	t, ok := Faults[key]
	if !ok {
		t = Faults["broken"]
	}
	return t.In(lang, bound)
}
