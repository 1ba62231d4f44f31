package words

// Faults are the sentences behind the keys of package fault. {0} is the
// bound of a field.
var Faults = map[string]T{
	"invalid":          {"Periksa isian yang ditandai.", "Check the marked fields.", "Mangga mriksani isian ingkang dipuntandhani."},
	"signin":           {"Masuk dulu untuk melanjutkan.", "Sign in to go on.", "Mangga mlebet rumiyin."},
	"denied":           {"Anda belum punya hak untuk ini.", "You may not do this.", "Panjenengan dereng kagungan hak."},
	"unknown":          {"Tidak ditemukan. Mungkin sudah dihapus atau pindah.", "Not found. It may have been removed or moved.", "Boten kepanggih. Mbokmenawi sampun dipunbusak utawi pindhah."},
	"conflict":         {"Sudah diubah orang lain. Muat ulang dulu.", "Someone else changed it first. Reload it.", "Sampun dipunewahi tiyang sanes. Mangga dipunbikak malih."},
	"large":            {"Terlalu besar. Kirim yang lebih kecil.", "Too large. Send something smaller.", "Kagengen. Mangga ngintun ingkang langkung alit."},
	"busy":             {"Terlalu banyak permintaan. Coba lagi sebentar.", "Too many requests. Try again shortly.", "Panyuwunan kathah sanget. Mangga dipuncobi malih."},
	"offline":          {"Belum terkirim karena tanpa internet. Isian Anda aman, coba lagi saat sinyal kembali.", "Not sent: you are offline. Your entries are safe; try again with a signal.", "Dereng kakintun amargi tanpa internet. Isian aman, mangga dipuncobi malih."},
	"broken":           {"Gagal, dari pihak kami. Coba lagi; isian Anda aman.", "This is on us. Try again; your entries are safe.", "Gagal, saking kami. Mangga dipuncobi malih; isian aman."},
	"required":         {"Isi dulu bagian ini.", "Fill this in first.", "Mangga dipunisi rumiyin."},
	"too_short":        {"Terlalu pendek. Tulis paling sedikit {0} huruf.", "Too short. Write at least {0} letters.", "Kecendhaken. Mangga dipunserat paling sekedhik {0} aksara."},
	"too_long":         {"Terlalu panjang. Paling banyak {0} huruf.", "Too long. At most {0} letters.", "Kedawan. Paling kathah {0} aksara."},
	"too_small":        {"Terlalu kecil. Paling kecil {0}.", "Too small. At least {0}.", "Kealiten. Paling alit {0}."},
	"too_large":        {"Terlalu besar. Paling besar {0}.", "Too large. At most {0}.", "Kagengen. Paling ageng {0}."},
	"choice":           {"Pilih salah satu yang tersedia.", "Choose one of the options.", "Mangga milih salah satunggal."},
	"slug":             {"Alamat ini salah ketik.", "This address is mistyped.", "Alamat punika klentu serat."},
	"areacode":         {"Kode wilayah tidak dikenal.", "Unknown area code.", "Kodhe wewengkon boten dipuntepangi."},
	"phone":            {"Tulis nomor telepon seperti 081234567890.", "Write a phone number such as 081234567890.", "Mangga nyerat nomer telpon kados 081234567890."},
	"email":            {"Tulis alamat surel seperti nama@contoh.id.", "Write an address such as name@example.id.", "Mangga nyerat alamat surel kados nama@contoh.id."},
	"characters":       {"Ada huruf yang tidak bisa dibaca. Tulis ulang.", "It has letters we cannot read. Write it again.", "Wonten aksara ingkang boten saged kawaos. Mangga dipunserat malih."},
	"number":           {"Tulis dengan angka saja, contoh 12.", "Use digits only, for example 12.", "Mangga dipunserat angka kemawon, tuladha 12."},
	"boolean":          {"Pilih ya atau tidak.", "Choose yes or no.", "Pilih inggih utawi boten."},
	"date":             {"Tulis tanggal seperti 2026-11-23.", "Write a date such as 2026-11-23.", "Mangga nyerat tanggal kados 2026-11-23."},
	"json":             {"Kiriman tidak bisa dibaca.", "What was sent cannot be read.", "Kintunan boten saged kawaos."},
	"unknown_field":    {"Isian ini tidak dikenal.", "This field is not known.", "Isian punika boten dipuntepangi."},
	"cursor":           {"Halaman lanjutan sudah kedaluwarsa. Mulai dari awal.", "This next page has expired. Start again.", "Kaca salajengipun sampun kadaluwarsa. Mangga saking wiwitan."},
	"key_reused":       {"Kiriman ini sudah pernah dipakai untuk isi lain.", "This was already used for another content.", "Kintunan punika sampun kaagem kangge isi sanes."},
	"in_progress":      {"Sedang kami proses. Tunggu sebentar.", "We are working on it. One moment.", "Saweg dipunlampahaken. Mangga ngentosi."},
	"method":           {"Cara ini tidak berlaku untuk alamat tersebut.", "This method does not fit the address.", "Cara punika boten lumampah kangge alamat kasebat."},
	"media_type":       {"Jenis kiriman ini tidak diterima.", "This kind of content is not accepted.", "Jinis kintunan punika boten katampi."},
	"file_type":        {"Jenis berkas ini tidak diterima. Pakai {0}.", "This kind of file is not accepted. Use {0}.", "Jinis berkas punika boten katampi. Mangga ngagem {0}."},
	"file_size":        {"Berkas terlalu besar. Pilih yang di bawah {0}.", "The file is too big. Choose one under {0}.", "Berkas kagengen. Mangga milih ingkang sangandhaping {0}."},
	"edited_meanwhile": {"Sudah diubah rekan Anda. Periksa dulu yang terbaru.", "A colleague changed it meanwhile. Look at the newest first.", "Sampun dipunewahi rencang panjenengan. Mangga mriksani ingkang enggal rumiyin."},
	"own_draft":        {"Anda yang terakhir menulis, jadi rekan Anda yang menerbitkan.", "You wrote it last, so a colleague must publish it.", "Panjenengan ingkang pungkasan nyerat, dados rencang panjenengan ingkang mbabar."},
	"taken":            {"Alamat ini sudah dipakai. Pilih yang lain.", "This address is taken. Choose another.", "Alamat punika sampun kaagem. Mangga milih sanesipun."},
	"hours":            {"Jam tutup harus setelah jam buka, dan tidak boleh bertumpuk.", "Closing must come after opening, and times must not overlap.", "Jam tutup kedah sasampunipun jam bikak, lan boten kenging tumpuk."},
	"cross_origin":     {"Permintaan ini datang dari situs lain, jadi kami tolak.", "This came from another site, so we refused it.", "Panyuwunan punika saking situs sanes, dados kami tampik."},
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
