package words

// Told are the house's own words for each kind of message. A name in braces
// is filled in; one without a value goes.
var Told = map[string]struct{ Subject, Body T }{
	"queue_taken": {
		T{"Nomor {nomor} {untuk}", "Number {nomor} {untuk}", "Nomer {nomor} {untuk}"},
		T{"{antrean}, {tempat}. {hari}, {kira}. Kami kabari saat giliran dekat.", "{antrean}, {tempat}. {hari}, {kira}. We tell you when your turn is near.", "{antrean}, {tempat}. {hari}, {kira}. Kula aturi kabar menawi giliran celak."}},
	"queue_near": {
		T{"Tinggal {sisa} orang sebelum {nomor}", "{sisa} left before {nomor}", "Kantun {sisa} tiyang saderengipun {nomor}"},
		T{"{antrean}, {tempat} {untuk}. Mohon bersiap di ruang tunggu.", "{antrean}, {tempat} {untuk}. Please be in the waiting room.", "{antrean}, {tempat} {untuk}. Mangga siyaga wonten ruang tunggu."}},
	"queue_next": {
		T{"Setelah ini giliran {nomor}", "{nomor} is next", "Sasampunipun punika giliran {nomor}"},
		T{"{antrean}, {tempat} {untuk}. Mohon bersiap di ruang tunggu.", "{antrean}, {tempat} {untuk}. Please be in the waiting room.", "{antrean}, {tempat} {untuk}. Mangga siyaga wonten ruang tunggu."}},
	"queue_leave": {
		T{"Saatnya berangkat ke {tempat}", "Time to leave for {tempat}", "Wancinipun bidhal dhateng {tempat}"},
		T{"{nomor} {untuk} kira-kira dipanggil {kira}.", "{nomor} {untuk} will likely be called {kira}.", "{nomor} {untuk} kinten-kinten dipuntimbali {kira}."}},
	"queue_called": {
		T{"{nomor}, silakan ke {loket}", "{nomor}, please go to {loket}", "{nomor}, mangga dhateng {loket}"},
		T{"Giliran {untuk} di {antrean}, {tempat}.", "It is the turn {untuk} at {antrean}, {tempat}.", "Giliran {untuk} wonten {antrean}, {tempat}."}},
	"queue_skipped": {
		T{"{nomor} sudah dipanggil {jam}", "{nomor} was called at {jam}", "{nomor} sampun dipuntimbali {jam}"},
		T{"Nomor {untuk} masih berlaku. Temui petugas {loket}, atau tekan Saya kembali.", "The number {untuk} still counts. See {loket}, or press I am back.", "Nomer {untuk} taksih lumampah. Mangga matur ing {loket}, utawi pencet Kula wangsul."}},
	"queue_absent": {
		T{"{nomor} dilewati karena tidak hadir", "{nomor} was passed over: nobody came", "{nomor} dipunlangkungi amargi boten rawuh"},
		T{"{antrean}, {tempat} {untuk}. Masih di sana? Temui petugas, nomor bisa dikembalikan.", "{antrean}, {tempat} {untuk}. Still there? See the officer, who can put the number back.", "{antrean}, {tempat} {untuk}. Taksih wonten mrika? Mangga matur petugas, nomer saged dipunwangsulaken."}},
	"queue_back": {
		T{"{nomor} kembali ke antrean", "{nomor} is in the line again", "{nomor} wangsul dhateng antrean"},
		T{"{antrean}, {tempat} {untuk}. {sisa} orang di depan.", "{antrean}, {tempat} {untuk}. {sisa} people ahead.", "{antrean}, {tempat} {untuk}. {sisa} tiyang ing ngajeng."}},
	"queue_moved": {
		T{"{nomor} pindah ke {ke}", "{nomor} moved to {ke}", "{nomor} pindhah dhateng {ke}"},
		T{"Nomor baru {untuk}: {nomor_baru}. Tempat sama, {tempat}.", "New number {untuk}: {nomor_baru}. Same place, {tempat}.", "Nomer enggal {untuk}: {nomor_baru}. Papan sami, {tempat}."}},
	"queue_onward": {
		T{"Selanjutnya {ke}: nomor {nomor_baru}", "Next {ke}: number {nomor_baru}", "Salajengipun {ke}: nomer {nomor_baru}"},
		T{"{tempat} {untuk}. Kami kabari lagi saat giliran dekat.", "{tempat} {untuk}. We tell you again when the turn is near.", "{tempat} {untuk}. Kula aturi kabar malih menawi giliran celak."}},
	"queue_stranded": {
		T{"Selanjutnya {ke}, belum ada nomor", "Next is {ke}, no number yet", "Salajengipun {ke}, dereng wonten nomer"},
		T{"{tempat} {untuk}. Langsung ke loketnya, petugas memberi nomor. Kami kabari kalau nomornya sudah ada.", "{tempat} {untuk}. Go to its counter; the officer gives a number. We tell you when there is one.", "{tempat} {untuk}. Mangga dhateng loketipun, petugas maringi nomer. Kula aturi kabar menawi sampun wonten."}},
	"queue_paused": {
		T{"{antrean} berhenti sebentar", "{antrean} is paused", "{antrean} kèndel sakedhap"},
		T{"{alasan}. Nomor {nomor} {untuk} tetap berlaku, kami kabari saat lanjut.", "{alasan}. Number {nomor} {untuk} still counts; we tell you when it goes on.", "{alasan}. Nomer {nomor} {untuk} tetep lumampah, kula aturi kabar menawi lajeng."}},
	"queue_resumed": {
		T{"{antrean} lanjut lagi", "{antrean} goes on", "{antrean} lajeng malih"},
		T{"Nomor {nomor} {untuk} {kira}. {tempat}.", "Number {nomor} {untuk} {kira}. {tempat}.", "Nomer {nomor} {untuk} {kira}. {tempat}."}},
	"queue_cancelled": {
		T{"{antrean} {hari} tidak jadi buka", "{antrean} {hari} will not open", "{antrean} {hari} boten sios bikak"},
		T{"{alasan}. Nomor {nomor} {untuk} batal. Buka tiket untuk memilih hari lain.", "{alasan}. Number {nomor} {untuk} is cancelled. Open the ticket to choose another day.", "{alasan}. Nomer {nomor} {untuk} batal. Mangga mbikak tiket kangge milih dinten sanes."}},
	"queue_unserved": {
		T{"{antrean} tutup sebelum {nomor} dipanggil", "{antrean} closed before {nomor} was called", "{antrean} tutup saderengipun {nomor} dipuntimbali"},
		T{"Maaf, nomor {nomor} {untuk} belum terlayani. Buka tiket untuk mengambil hari lain.", "We are sorry: number {nomor} {untuk} was not served. Open the ticket to take another day.", "Nyuwun pangapunten, nomer {nomor} {untuk} dereng kaladosan. Mangga mbikak tiket kangge dinten sanes."}},
	"queue_rate": {
		T{"Bagaimana pelayanan {antrean}?", "How was {antrean}?", "Kados pundi paladosan {antrean}?"},
		T{"Satu sentuhan saja, supaya {tempat} jadi lebih baik.", "One touch, so that {tempat} gets better.", "Cekap sapencetan, supados {tempat} langkung sae."}},
	"account_signin": {
		T{"Akun Anda dibuka di perangkat baru", "Your account was opened on a new device", "Akun panjenengan dipunbikak ing piranti enggal"},
		T{"{perangkat}, {jam}. Bukan Anda? Keluarkan perangkat itu sekarang.", "{perangkat}, {jam}. Not you? Sign that device out now.", "{perangkat}, {jam}. Sanes panjenengan? Mangga piranti punika dipunwedalaken."}},
	"account_opened": {
		T{"{petugas} membuka data Anda", "{petugas} opened your data", "{petugas} mbikak data panjenengan"},
		T{"{dinas}, {jam}. Keperluan: {keperluan}.", "{dinas}, {jam}. Purpose: {keperluan}.", "{dinas}, {jam}. Kaperluan: {keperluan}."}},
	"account_trial": {
		T{"Kabar sampai di {perangkat}", "News arrives on {perangkat}", "Kabar dumugi ing {perangkat}"},
		T{"Seperti inilah kami mengabari Anda.", "This is how we tell you.", "Kados mekaten anggen kula ngaturi kabar."}},
	"news":        {T{"{judul}", "{judul}", "{judul}"}, T{"{isi}", "{isi}", "{isi}"}},
	"talk_answer": {T{"Jawaban dari {dinas}", "Answer from {dinas}", "Wangsulan saking {dinas}"}, T{"{isi}", "{isi}", "{isi}"}},
	"permit_moved": {
		T{"{layanan}: {tahap}", "{layanan}: {tahap}", "{layanan}: {tahap}"},
		T{"Nomor {nomor}. {keterangan}", "Number {nomor}. {keterangan}", "Nomer {nomor}. {keterangan}"}},
	"permit_turn": {
		T{"{layanan} menunggu Anda", "{layanan} is waiting for you", "{layanan} ngentosi panjenengan"},
		T{"{permintaan} Paling lambat {tanggal}.", "{permintaan} By {tanggal}.", "{permintaan} Paling lambat {tanggal}."}},
	"permit_date": {
		T{"{layanan}: janji sekarang {tanggal}", "{layanan}: now promised by {tanggal}", "{layanan}: janji sapunika {tanggal}"},
		T{"Hari kerja kantor berubah. Nomor {nomor} selesai paling lambat {tanggal}.", "The office's working days changed. Number {nomor} is done by {tanggal} at the latest.", "Dinten kerja kantor ewah. Nomer {nomor} rampung paling lambat {tanggal}."}},
	"desk_due": {
		T{"{bagian} waktu terpakai: {layanan}", "{bagian} of the time is used: {layanan}", "{bagian} wekdal sampun kaangge: {layanan}"},
		T{"Nomor {nomor}. Dijanjikan {tanggal}. {petugas}", "Number {nomor}. Promised by {tanggal}. {petugas}", "Nomer {nomor}. Dipunjanjekaken {tanggal}. {petugas}"}},
	"desk_load": {
		T{"{petugas} memegang terlalu banyak", "{petugas} has too much", "{petugas} nyepeng kekathahen"},
		T{"{banyak} dari {semua} permohonan yang telat atau lama menunggu di {dinas}. Bagikan ke rekan lain.", "{banyak} of {semua} applications that are late or wait long at {dinas}. Share them out.", "{banyak} saking {semua} panyuwunan ingkang telat utawi dangu ngentosi ing {dinas}. Mangga dipunbagi."}},
	"desk_deputy": {
		T{"Anda menggantikan {petugas}", "You stand in for {petugas}", "Panjenengan nggantosi {petugas}"},
		T{"Sampai {tanggal}. {banyak} permohonan sekarang Anda pegang.", "Until {tanggal}. You have {banyak} applications of theirs now.", "Ngantos {tanggal}. {banyak} panyuwunan sapunika panjenengan cepeng."}},
	"permit_draft": {
		T{"{layanan} belum terkirim", "{layanan} is not sent yet", "{layanan} dereng kakintun"},
		T{"Isian Anda dihapus {tanggal} bila tidak dilanjutkan. Buka lalu kirim.", "What you filled in is deleted on {tanggal} unless you go on. Open it, then send it.", "Isian panjenengan kabusak {tanggal} menawi boten dipunlajengaken. Bikak lajeng kintun."}},
	"permit_issued": {
		T{"{layanan} sudah terbit", "{layanan} is ready", "{layanan} sampun dados"},
		T{"Nomor {nomor}. {keterangan}", "Number {nomor}. {keterangan}", "Nomer {nomor}. {keterangan}"}},
	"report_moved": {
		T{"Laporan {laporan}: {tahap}", "Report {laporan}: {tahap}", "Laporan {laporan}: {tahap}"},
		T{"Nomor {nomor}. Paling lambat selesai {tanggal}.", "Number {nomor}. Done by {tanggal} at the latest.", "Nomer {nomor}. Paling lambat rampung {tanggal}."}},
	"report_done": {
		T{"Laporan {laporan} sudah ditangani", "Report {laporan} was dealt with", "Laporan {laporan} sampun katangani"},
		T{"Nomor {nomor}. Sudah beres? Beri tahu kami.", "Number {nomor}. Is it fixed? Tell us.", "Nomer {nomor}. Sampun beres? Mangga paring pirsa."}},
}

// PrivateNews is what a lock screen says for those who want it to say
// nothing; {0} is the app.
var (
	PrivateNews = T{"Ada kabar untuk Anda", "There is news for you", "Wonten kabar kangge panjenengan"}
	PrivateBody = T{"Buka {0} untuk membacanya.", "Open {0} to read it.", "Mangga mbikak {0} kangge maos."}
	ToldFor     = T{"untuk {0}", "for {0}", "kangge {0}"}
)
