package city

import (
	"strings"
	"testing"
	"testing/fstest"
)

// missingEvaluation is what every service says when no standard fills it.
const missingEvaluation = "services.csv:2: evaluation: is empty; write it here or in standards.csv\n" +
	"services.csv:3: evaluation: is empty; write it here or in standards.csv\n" +
	"services.csv:4: evaluation: is empty; write it here or in standards.csv"

// TestCheck spoils one thing of a good pack and expects one problem that
// leads to it.
func TestCheck(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ file, old, with, want string }{
		{"places.csv", "pos-jaga,Pos", "dinas-laut,Pos", `places.csv:3: id: "dinas-laut" is already on line 2`},
		{"places.csv", "pos-jaga", "Pos Jaga", `places.csv:3: id: "Pos Jaga" may have only a-z, 0-9 and single hyphens inside, at most 60`},
		{"places.csv", "pos-jaga", "desk", `places.csv:3: id: "desk" means something else in addresses; choose another`},
		{"places.csv", ",utility,", ",harbour,", `places.csv:3: kind: "harbour" must be one of hospital, clinic, agency, district, village, utility`},
		{"places.csv", "utility,dinas-laut", "utility,dinas-udara", `places.csv:3: agency: "dinas-udara" is not in agencies.csv`},
		{"places.csv", "0411555001", "(0411) 555001", `places.csv:2: phone: "(0411) 555001" must be digits as dialled here, such as 0318961649 or 112`},
		{"places.csv", "120.06,-5.11", "-5.11,120.06", `places.csv:2: lon: -5.11 120.06 lies outside of the regency (west, south, east, north of city.csv)`},
		{"places.csv", "120.06,-5.11", "120.06,x", `places.csv:2: lat: "x" is not a number of degrees such as -7.4463`},
		{"places.csv", "120.06,-5.11", "NaN,-5.11", `places.csv:2: lon: "NaN" is not a number of degrees such as -7.4463`},
		{"places.csv", "99.01.02,119", "99.01.01.2003,119", `places.csv:3: area: "99.01.01.2003" is not a current area of areas.csv`},
		{"places.csv", "99.01.02,119", "99.01.02.2001,119", `places.csv:3: area: "99.01.02.2001" must be a district for precision district`},
		{"places.csv", ",,district", ",,village", `places.csv:3: area: "99.01.02" must be a village for precision village`},
		{"places.csv", ",,district", "120.3,,district", `places.csv:3: lon: must be empty unless precision is exact`},
		{"places.csv", "darurat laut,karangan", "darurat laut,kabar", `places.csv:3: source: "kabar" is not in sources.csv`},
		{"places.csv", "darurat laut,karangan", "darurat laut,", `places.csv:3: source: is empty`},
		{"places.csv", "darurat laut,karangan", "darurat laut", `places.csv:3: has 12 columns, the header has 13`},
		{"places.csv", "aliases", "alias", `places.csv:1: alias: is not a column of this file; the columns are id,name,kind,agency,address,area,phone,lon,lat,precision,schedule,aliases,source` + "\n" + `places.csv:1: aliases: this column is missing`},
		{"places.csv", "id,name", "id,id,name", `places.csv:1: id: is there twice`},
		{"places.csv", "Pos Jaga Laut", `Pos "Jaga" Laut`, `places.csv:3: bare " in non-quoted-field; put texts with commas or quotes in double quotes and double the quotes inside`},
		{"places.csv", "Pos Jaga Laut", "Pos Jaga Laut\xff", `places.csv:3: is not UTF-8; save the file as UTF-8`},
		{"places.csv", "Pos Jaga", "Pos\tJaga", `places.csv:3: has the control character '\t'; remove it`},
		{"places.csv", "source\n", "source\r\n", `places.csv:1: has Windows line ends; save it with LF`},
		{"places.csv", "id,name", "\ufeffid,name", `places.csv:1: begins with a byte order mark; save it as UTF-8 without one`},
		{"agencies.csv", "department,,", "department,bupati,", `agencies.csv:2: parent: "bupati" is not in agencies.csv`},
		{"agencies.csv", "department,,", "department,dinas-laut,", `agencies.csv:2: parent: an agency cannot be above itself`},
		{"schedules.csv", "yes,no,no", "ya,no,no", `schedules.csv:2: confirmed: "ya" must be one of yes, no`},
		{"schedules.csv", "jaga,no", "malam,no,yes,yes,karangan\njaga,no", `hours.csv:1: schedule: "malam" has no hours; add a row for it`},
		{"hours.csv", "kantor,fri", "toko,fri", `hours.csv:4: schedule: "toko" is not in schedules.csv`},
		{"hours.csv", "13.00,16.00", "13.00,13.00", `hours.csv:3: close: 13.00 is not after 13.00; hours past midnight are two rows, one until 24.00 and one from 00.00`},
		{"hours.csv", "kantor,fri,08.00", "kantor,thu-fri,08.00", `hours.csv:4: days: thu 08.00-11.30 overlaps 08.00-12.00 of the same schedule`},
		{"hours.csv", "kantor,fri", "kantor,jumat", `hours.csv:4: days: "jumat" is not a day or a range of days such as mon-thu; days are sun mon tue wed thu fri sat`},
		{"hours.csv", "kantor,fri", "kantor,", `hours.csv:4: days: is empty; write days such as mon-thu`},
		{"holidays.csv", "2026-12-24", "2026-12-32", `holidays.csv:2: date: "2026-12-32" is not a day such as 2026-11-23` + "\n" + `holidays.csv:3: date: 2026-12-25 comes after 2026-12-32; sort the rows by date`},
		{"holidays.csv", "2026-12-24", "2026-12-26", `holidays.csv:3: date: 2026-12-25 comes after 2026-12-26; sort the rows by date`},
		{"holidays.csv", "2026-12-24", "2026-12-25", `holidays.csv:3: date: "2026-12-25" is already on line 2`},
		{"areas.csv", "desa,99.01.02,", "desa,99.01.09,", `areas.csv:7: parent: "99.01.09" is not in areas.csv`},
		{"areas.csv", "desa,99.01.02,", "desa,99.01.01,", `areas.csv:7: parent: "99.01.01" is not how the code begins`},
		{"areas.csv", "Muara,district,,", "Muara,district,99.01.01,", `areas.csv:6: parent: must be empty for a district`},
		{"areas.csv", "Hulu,desa", "Hulu,district", `areas.csv:7: kind: "district" does not fit the code 99.01.02.2001: a district has three parts, a village four` + "\n" + `areas.csv:7: parent: must be empty for a district`},
		{"areas.csv", "99111", "9911", `areas.csv:3: postal: "9911" must have five digits, or be empty when not known`},
		{"areas.csv", "removed,,", "removed,120.1,", `areas.csv:5: lon: must be empty: the area is removed`},
		{"outlines.csv", "99.01.02.2001,", "99.01.02.2009,", `outlines.csv:1: code: "99.01.02.2001" (Hulu) is missing; add its outline` + "\n" + `outlines.csv:6: code: "99.01.02.2009" is not in areas.csv`},
		{"outlines.csv", "1202000 -52000 2000 0 0 2000 -2000 0", "1202000 -52000 2000", `outlines.csv:5: path: ring 1: has 3 numbers; they must come in pairs`},
		{"outlines.csv", "1202000 -52000 2000 0 0 2000 -2000 0", "1202000 -52000 2000 0", `outlines.csv:5: path: ring 1: has 2 points; a ring needs three`},
		{"outlines.csv", "1202000 -52000 2000 0 0", "1202000 -52000 2000 0 0.5", `outlines.csv:5: path: ring 1: "0.5" is not a whole number`},
		{"outlines.csv", "1202000 -52000 2000 0 0", "1202000 -52000 9000000 0 0", `outlines.csv:5: path: ring 1: point 2 is not on Earth`},
		{"outlines.csv", "1202000 -52000 2000", "1202000 -52500 2000", `outlines.csv:5: path: reaches outside of the regency (west, south, east, north of city.csv)`},
		{"outlines.csv", "99.01.02,1202000 -52000 2000 0 0 2000 -2000", "99.01.02,1203500 -52000 400 0 0 2000 -400", `outlines.csv:5: path: lon, lat of 99.01.02 in areas.csv lies outside of it`},
		{"city.csv", "+08:00", "8", `city.csv:10: utc_offset: "8" is not an offset such as +07:00`},
		{"city.csv", "zone,WITA,karangan\n", "", `city.csv:1: key: "zone" is missing; add a row for it`},
		{"city.csv", "zone,WITA", "jam,WITA", `city.csv:11: key: "jam" must be one of id, app, short, region, region_short, province, code, utc_offset, zone, emergency, lang, website, west, south, east, north`},
		{"city.csv", "short,Teluk", "short,Rumah Teluk Contoh", `city.csv:5: short: "Rumah Teluk Contoh" is longer than the 12 letters a phone shows below an icon`},
		{"city.csv", "lang,id", "lang,zz", `city.csv:13: lang: "zz" is not a language of the app`},
		{"city.csv", "emergency,119", "emergency,satu", `city.csv:12: emergency: "satu" must be digits only`},
		{"city.csv", "west,120.0", "west,121", `city.csv:15: west: west must be smaller than east, and south smaller than north`},
		{"sources.csv", "https://contoh.id/jam", "contoh.id/jam", `sources.csv:3: url: "contoh.id/jam" must begin with https:// or http://`},
		{"apps.csv", "ombak,Ombak", "layar,Ombak", `apps.csv:3: id: "layar" is already on line 2`},
		{"apps.csv", "Ombak,dinas-laut", "Ombak,dinas-udara", `apps.csv:3: agency: "dinas-udara" is not in agencies.csv`},
		{"apps.csv", "https://layar", "http://layar", `apps.csv:2: url: "http://layar.contoh.id/" must be an https:// address, or be empty when the app is known only by name`},
		{"apps.csv", "https://layar", "https://bank.id@layar", `apps.csv:2: url: "https://bank.id@layar.contoh.id/" must be an https:// address, or be empty when the app is known only by name`},
		{"apps.csv", "hari ini.,,,karangan", "hari ini.,,,", `apps.csv:3: source: is empty`},
		{"standards.csv", "dinas-laut,oversight", "dinas-udara,oversight", `standards.csv:10: agency: "dinas-udara" is not in agencies.csv`},
		{"standards.csv", "dinas-laut,oversight", "dinas-laut,overlook", `standards.csv:10: component: "overlook" must be one of complaints, facilities, competence, oversight, staffing, guarantee, safety, evaluation`},
		{"standards.csv", "*,evaluation", "*,safety", `standards.csv:9: component: "safety" of "*" is already on line 8` + "\n" + missingEvaluation},
		{"standards.csv", "*,facilities,\"Ruang tunggu, kursi, toilet.\"", "*,facilities,", `standards.csv:3: text: is empty` + "\n" +
			strings.ReplaceAll(missingEvaluation, "evaluation", "facilities")},
		{"standards.csv", "Dinilai setahun sekali.", strings.Repeat("a", 601), `standards.csv:9: text: is too long; at most 600 letters or parts`},
		{"services.csv", "lapor-ombak", "izin-berlayar", `services.csv:4: id: "izin-berlayar" is already on line 3` + "\n" +
			`services.csv:4: id: "izin-berlayar" has no row in requirements.csv` + "\n" +
			`services.csv:4: id: "izin-berlayar" has no row in steps.csv` + "\n" +
			`services.csv:4: id: "izin-berlayar" has no row in legal.csv` + "\n" +
			`requirements.csv:5: service: "lapor-ombak" is not in services.csv` + "\n" +
			`steps.csv:5: service: "lapor-ombak" is not in services.csv` + "\n" +
			`legal.csv:5: service: "lapor-ombak" is not in services.csv` + "\n" +
			`tests/services.csv:7: service: "lapor-ombak" is not in services.csv`},
		{"services.csv", "lapor-ombak", "baru", `services.csv:4: id: "baru" means something else in addresses; choose another` + "\n" +
			`services.csv:4: id: "baru" has no row in requirements.csv` + "\n" +
			`services.csv:4: id: "baru" has no row in steps.csv` + "\n" +
			`services.csv:4: id: "baru" has no row in legal.csv` + "\n" +
			`requirements.csv:5: service: "lapor-ombak" is not in services.csv` + "\n" +
			`steps.csv:5: service: "lapor-ombak" is not in services.csv` + "\n" +
			`legal.csv:5: service: "lapor-ombak" is not in services.csv` + "\n" +
			`tests/services.csv:7: service: "lapor-ombak" is not in services.csv`},
		{"services.csv", "izin-berlayar,dinas-laut", "izin-berlayar,dinas-udara", `services.csv:3: agency: "dinas-udara" is not in agencies.csv`},
		{"services.csv", ",business,", ",sea,", `services.csv:3: topic: "sea" must be one of papers, letters, health, social, family, work, business, building, school, tax, water, safety, complain`},
		{"services.csv", "Izin Berlayar,Izin bagi", ",Izin bagi", `services.csv:3: name: is empty`},
		{"services.csv", "Izin bagi kapal untuk meninggalkan teluk.", "Izin.", `services.csv:3: summary: is too short; at least 10 letters`},
		{"services.csv", "izin melaut", strings.Repeat("izin", 16), `services.csv:3: aliases: is too long; at most 60 letters or parts`},
		{"services.csv", "30,minutes", "30,days", `services.csv:3: unit: "days" must be one of minutes, hours, working_days, none`},
		{"services.csv", "30,minutes", ",minutes", `services.csv:3: promise: is empty; write how many minutes, or the unit none`},
		{"services.csv", "30,minutes", "30,none", `services.csv:3: promise: must be empty: unit none says that nothing is promised`},
		{"services.csv", "30,minutes", "soon,minutes", `services.csv:3: promise: "soon" must be a whole number from 1, or be empty for none`},
		{"services.csv", "30,minutes", "366,minutes", `services.csv:3: promise: is too much; at most 365`},
		{"services.csv", "levy,15000", "gratis,15000", `services.csv:3: fee_kind: "gratis" must be one of free, levy, tax, state, tariff, unpublished`},
		{"services.csv", "levy,15000", "free,15000", `services.csv:3: fee_amount: must be empty for the fee kind free`},
		{"services.csv", "levy,15000", "levy,-1", `services.csv:3: fee_amount: "-1" must be a whole number from 1, or be empty for none`},
		{"services.csv", "levy,15000", "levy,2000000000", `services.csv:3: fee_amount: is too much; at most 1000000000`},
		{"services.csv", "Surat Izin Berlayar", "", `services.csv:3: product: is empty`},
		{"services.csv", "; loket-hulu", "; loket-hilir", `services.csv:3: places: "loket-hilir" is not in places.csv`},
		{"services.csv", ",utility,layar", ",harbour,layar", `services.csv:3: kinds: "harbour" is no kind of place`},
		{"services.csv", ",utility,layar", ",utility,layer", `services.csv:3: app: "layer" is not in apps.csv`},
		{"services.csv", ",,utility,,2", ",,,,2", `services.csv:4: places: nobody can tell where to go: name places, kinds of places or an app`},
		{"services.csv", ",,utility,,2", ",,utility,,1", `services.csv:4: popular: "1" is already on line 2`},
		{"services.csv", ",,yes,karangan", ",,ya,karangan", `services.csv:3: confirmed: "ya" must be one of yes, no`},
		{"services.csv", ",,yes,karangan", ",,yes,", `services.csv:3: source: is empty`},
		{"requirements.csv", "izin-berlayar,Kartu", "kartu-nelayan,Kartu", `services.csv:3: id: "izin-berlayar" has no row in requirements.csv`},
		{"requirements.csv", "izin-berlayar,Kartu Nelayan,", "izin-berlayar,,", `requirements.csv:4: name: is empty`},
		{"requirements.csv", "Bila diwakili orang lain.", strings.Repeat("a", 241), `requirements.csv:3: note: is too long; at most 240 letters or parts`},
		{"requirements.csv", "lain.,yes", "lain.,maybe", `requirements.csv:3: optional: "maybe" must be one of yes, no`},
		{"requirements.csv", "lain.,yes,karangan", "lain.,yes,kabar", `requirements.csv:3: source: "kabar" is not in sources.csv`},
		{"steps.csv", "lapor-ombak,Telepon", "izin-berlayar,Telepon", `services.csv:4: id: "lapor-ombak" has no row in steps.csv`},
		{"steps.csv", "Ambil kartu setelah ada kabar.", "", `steps.csv:3: text: is empty`},
		{"legal.csv", "lapor-ombak,", "izin-terbang,", `services.csv:4: id: "lapor-ombak" has no row in legal.csv` + "\n" + `legal.csv:5: service: "izin-terbang" is not in services.csv`},
		{"legal.csv", "Peraturan Teluk Nomor 7 Tahun 2024", strings.Repeat("a", 301), `legal.csv:4: title: is too long; at most 300 letters or parts`},
		{"synonyms.csv", "prau,perahu", "prau,kapal", `synonyms.csv:5: said: "prau" with this meaning is already on line 4`},
		{"synonyms.csv", "prau,perahu", "bikin,perahu", `synonyms.csv:5: means: "bikin" says nothing on line 2 and something here`},
		{"synonyms.csv", "prau,perahu", "perahu,perahu", `synonyms.csv:5: means: "perahu" means itself; leave the row out`},
		{"synonyms.csv", "prau,perahu", "Prau,perahu", `synonyms.csv:5: said: "Prau" may have only a-z and 0-9, with one blank between words`},
		{"synonyms.csv", "prau,perahu,jv", "prau,perahu,nl", `synonyms.csv:5: lang: "nl" must be one of id, jv, en`},
		{"clinics.csv", "027", "27", `clinics.csv:3: code: "27" must be three capital letters or digits such as INT or 027`},
		{"clinics.csv", "027", "INT", `clinics.csv:3: code: "INT" is already on line 2`},
		{"queues.csv", "lapor,loket-hulu", "lapor,dermaga", `queues.csv:4: place: "dermaga" is not in places.csv`},
		{"queues.csv", "lapor,loket-hulu", "obat,loket-hulu", `queues.csv:4: id: "obat" is already on line 2` + "\n" + `queue_sessions.csv:5: queue: "lapor" is not in queues.csv` + "\n" + `counters.csv:5: queue: "lapor" is not in queues.csv`},
		{"queues.csv", ",,T,service", ",,O,service", `queues.csv:3: prefix: "O" of this place is already on line 2`},
		{"queues.csv", ",,T,service", ",,t1,service", `queues.csv:3: prefix: must be capital letters, at most 3`},
		{"queues.csv", "service,obat", "service,lapor", `queues.csv:3: next: "lapor" is at the place "loket-hulu"`},
		{"queues.csv", "pharmacy,,", "pharmacy,tabib,", `queues.csv:2: next: "tabib" leads back to "obat"` + "\n" + `queues.csv:3: next: "obat" leads back to "tabib"`},
		{"queues.csv", "service,obat", "service,apotek", `queues.csv:3: next: "apotek" is not in queues.csv`},
		{"queues.csv", ",INT,", ",GIG,", `queues.csv:3: poli: "GIG" is not in clinics.csv`},
		{"queues.csv", "obat,INT,7,2", "obat,INT,7,11", `queues.csv:3: share: is too much; at most 10`},
		{"queues.csv", "lapor,loket-hulu", strings.Repeat("lapor-", 9) + "x,loket-hulu", `queues.csv:4: id: "lapor-lapor-lapor-lapor-lapor-lapor-lapor-lapor-lapor-x" is longer than 50 letters` + "\n" +
			`queues.csv:4: id: "lapor-lapor-lapor-lapor-lapor-lapor-lapor-lapor-lapor-x" has no row in queue_sessions.csv` + "\n" +
			`queues.csv:4: id: "lapor-lapor-lapor-lapor-lapor-lapor-lapor-lapor-lapor-x" has no row in counters.csv` + "\n" +
			`queue_sessions.csv:5: queue: "lapor" is not in queues.csv` + "\n" + `counters.csv:5: queue: "lapor" is not in queues.csv`},
		{"queues.csv", "elderly: KTP", "rich: KTP", `queues.csv:3: rules: "rich: KTP" must be who and what they show, such as elderly: KTP; who is one of elderly, disabled, pregnant, infant`},
		{"queues.csv", "30,4,yes", "30,,yes", `queues.csv:3: slot_of: is empty`},
		{"queue_sessions.csv", "tabib,mon,13.00", "tabib,mon,10.30", `queue_sessions.csv:4: days: closes before it opens, or overlaps another opening of the same queue`},
		{"queue_sessions.csv", "13.00,15.00", "13.00,12.00", `queue_sessions.csv:4: days: closes before it opens, or overlaps another opening of the same queue`},
		{"queue_sessions.csv", "20,5,15", "20,-5,15", `queue_sessions.csv:3: priority: "-5" must be a whole number from 0, or be empty for no limit`},
		{"queue_sessions.csv", "lapor,mon-fri", "tabib,sat-sun", `queues.csv:4: id: "lapor" has no row in queue_sessions.csv`},
		{"counters.csv", "lapor-01,lapor", "lapor-01,obat", `queues.csv:4: id: "lapor" has no row in counters.csv`},
		{"counters.csv", "Ruang 2", "ruang 1", `counters.csv:4: name: another counter of the queue has this name`},
		{"counters.csv", "tabib-02", "tabib-01", `counters.csv:4: id: "tabib-01" is already on line 3` + "\n" + `counters.csv:4: name: another counter of the queue has this name`},
		{"permits.csv", "15000 * hari", "15000 * minggu", `permits.csv:3: formula: cannot be taken: The name at letter 9 is no question with a number for an answer.`},
		{"permits.csv", "15000 * hari", "15000 *", `permits.csv:3: formula: cannot be taken: The formula stops making sense at letter 8.`},
		{"permits.csv", ",3,,15000", ",300,,15000", `permits.csv:3: pay: cannot be taken: Too large. At most 120.`},
		{"permits.csv", "berkas + cek-perahu", "berkas", `permits.csv:2: apart: "berkas" must be two steps that one person may not both do, such as survei + pajak`},
		{"permits.csv", "berkas + cek-perahu", "berkas + survei", `permits.csv:2: apart: cannot be taken: Choose one of the options.`},
		{"permit_steps.csv", "tanda-tangan,signature", "tanda-tangan,stempel", `permit_steps.csv:4: stage: "stempel" must be one of documents, technical, recommendation, assessment, payment, initials, signature, issuing, pickup`},
		{"permit_steps.csv", "signer; agency", "auditor", `permit_steps.csv:4: roles: cannot be taken: Choose one of the options.`},
		{"permit_steps.csv", "kartu-nelayan,tanda-tangan,signature", "kartu-nelayan,berkas,signature", `permit_steps.csv:4: id: cannot be taken: There is one of this name already.`},
		{"permit_steps.csv", "bayar,payment,,counter,", "bayar,payment,,counter,dinas-udara", `permit_steps.csv:7: agency: "dinas-udara" is not in agencies.csv`},
		{"permit_steps.csv", "izin-berlayar,bayar,payment,,counter,,no,,\n", "", `permits.csv:3: service: cannot be taken: Setting the fee, payment and the kind of fee go together.`},
		{"permit_steps.csv", "2,working_days", "2,none", `permit_steps.csv:3: unit: "none" must be one of minutes, hours, working_days`},
		{"permit_steps.csv", "2,working_days", ",working_days", `permit_steps.csv:3: promise: is empty; write how many working_days, or leave the unit empty`},
		{"permit_steps.csv", "2,working_days", "400,working_days", `permit_steps.csv:3: promise: cannot be taken: Too large. At most 365.`},
		{"permit_sections.csv", "kartu-nelayan,perahu,Perahu", "kartu-nelayan,perahu,", `permit_sections.csv:3: title: is empty`},
		{"permit_sections.csv", "kartu-nelayan,perahu,Perahu", "kartu-nelayan,diri,Perahu", `permit_sections.csv:3: id: "diri" of "kartu-nelayan" is there already` + "\n" +
			`permit_questions.csv:4: section: "perahu" of "kartu-nelayan" is not in permit_sections.csv` + "\n" +
			`permit_questions.csv:5: section: "perahu" of "kartu-nelayan" is not in permit_sections.csv` + "\n" +
			`permit_questions.csv:6: section: "perahu" of "kartu-nelayan" is not in permit_sections.csv`},
		{"permit_sections.csv", "jenis is motor or", "warna is merah or", `permit_sections.csv:4: when: cannot be taken: There is no question of this name.`},
		{"permit_sections.csv", "not jenis is dayung", "not dayung", `permit_sections.csv:4: when: "not dayung" must be a question and how its answer compares, such as jenis is hilang|rusak; it is compared by is, has, under, most, least, over, answered`},
		{"permit_sections.csv", "izin-berlayar,berlayar", "kartu-laut,berlayar", `permits.csv:3: service: "izin-berlayar" has no row in permit_sections.csv` + "\n" +
			`permit_sections.csv:5: service: "kartu-laut" is not in permits.csv` + "\n" + `permit_questions.csv:9: section: "berlayar" of "izin-berlayar" is not in permit_sections.csv`},
		{"permit_questions.csv", "jenis,choice", "jenis,pilihan", `permit_questions.csv:4: kind: "pilihan" must be one of text, long, number, money, date, choice, choices, yesno, nik, kk, phone, email, area, point, table, files, statement`},
		{"permit_questions.csv", "jenis is motor", "jenis is layar", `permit_questions.csv:5: when: cannot be taken: The question has no such choice.`},
		{"permit_questions.csv", "jenis is motor", "jenis adalah motor", `permit_questions.csv:5: when: "jenis adalah motor" must be a question and how its answer compares, such as jenis is hilang|rusak; it is compared by is, has, under, most, least, over, answered`},
		{"permit_questions.csv", "jenis is motor", "merek answered", `permit_questions.csv:5: when: cannot be taken: There is no question of this name.`},
		{"permit_questions.csv", "awak.nama", "kru.nama", `permit_questions.csv:7: cannot be taken: Too few. At least 1.` + "\n" + `permit_questions.csv:8: id: "kru.nama" must come right after the row of the table "kru"`},
		{"permit_questions.csv", "awak.nama,text", "awak.nama,files", `permit_questions.csv:8: kind: cannot be taken: This kind cannot be a column of a table.`},
		{"permit_questions.csv", "dayung: Perahu dayung; motor", "dayung; motor", `permit_questions.csv:4: choices: "dayung" must be an id and what it is called, such as hilang: Hilang atau dicuri`},
		{"permit_questions.csv", ",name,2,80", ",name,90,80", `permit_questions.csv:2: least: cannot be taken: The lower limit is above the upper one.`},
		{"permit_questions.csv", ",nik,,,,,", ",kk,,,,,", `permit_questions.csv:3: prefill: cannot be taken: This part of the profile does not fit the kind of question.`},
		{"permit_questions.csv", "image/png,5", "text/plain,5", `permit_questions.csv:6: accept: cannot be taken: Choose one of the options.`},
		{"permit_questions.csv", "image/png,5", "image/png,50", `permit_questions.csv:6: size: cannot be taken: The file is too big. Choose one under 20 MB.`},
		{"permit_questions.csv", "izin-berlayar,berlayar,hari,number,Berapa hari?,,yes,,,,,1,30,,,\n", "", `permit_sections.csv:5: id: "berlayar" of "izin-berlayar" has no row in permit_questions.csv`},
		{"permit_letters.csv", "{nama}", "{alamat}", `permit_letters.csv:2: body: cannot be taken: The form has no {alamat}, or it cannot stand here.`},
		{"permit_letters.csv", ",523,", ",523/1,", `permit_letters.csv:2: class: cannot be taken: A classification is digits and points only, such as 470.`},
		{"permit_letters.csv", "kartu-nelayan", "kartu-hilang", `permit_letters.csv:2: service: "kartu-hilang" is not in permits.csv`},
		{"permit_words.csv", "Perahu dayung,", "Perahu kayuh,", `permit_words.csv:5: id: "Perahu kayuh" is said by no service; it must be written as there`},
		{"permit_words.csv", "Perahu dayung,", "Nama,", `permit_words.csv:5: id: "Nama" is already on line 4`},
		{"permit_words.csv", "Crew", strings.Repeat("a", 201), `permit_words.csv:8: en: cannot be taken: Too long. At most 200 letters.`},
		{"accounts.csv", "081200000001", "411555001", `accounts.csv:2: phone: "411555001" must be a mobile number such as 081200000001; a citizen signs in with it`},
		{"accounts.csv", "citizen,,", "citizen,dinas-laut,", `accounts.csv:2: agency: must be empty for a citizen`},
		{"accounts.csv", ",,auditor@contoh.id,auditor,,", ",081200000001,,citizen,,", `accounts.csv:4: phone: "081200000001" is already on line 2`},
		{"accounts.csv", "auditor@contoh.id", "loket@contoh.id", `accounts.csv:4: email: "loket@contoh.id" is already on line 3`},
		{"accounts.csv", "auditor@contoh.id", "auditor", `accounts.csv:4: email: "auditor" must be an email address; staff sign in with it`},
		{"accounts.csv", ",auditor,", ",boss,", `accounts.csv:4: role: "boss" must be one of citizen, counter, verifier, signer, agency, command, regency, auditor`},
		{"accounts.csv", "auditor,,", "signer,,", `accounts.csv:4: agency: "" is not in agencies.csv`},
		{"accounts.csv", "auditor,,", "auditor,,dinas-laut", `accounts.csv:4: place: "dinas-laut" belongs to the agency "dinas-laut"`},
		{"accounts.csv", "counter,dinas-laut,dinas-laut", "counter,dinas-laut,dermaga", `accounts.csv:3: place: "dermaga" is not in places.csv`},
		{"tests/services.csv", "fishing card,kartu-nelayan", "fishing card,kartu", `tests/services.csv:4: service: "kartu" is not in services.csv`},
		{"tests/services.csv", "nelayn", "kartu nelayan", `tests/services.csv:3: query: "kartu nelayan" is already on line 2`},
	} {
		t.Run(c.file+" "+c.with, func(t *testing.T) {
			t.Parallel()
			fsys := small(t)
			spoil(t, fsys, c.file, c.old, c.with)
			if got := Problems(Check(fsys)).Error(); got != c.want {
				t.Errorf("got\n%s\nwant\n%s", got, c.want)
			}
		})
	}
}

func TestCheckMissingAndEmptyFiles(t *testing.T) {
	t.Parallel()
	for name, want := range map[string]string{
		"holidays.csv": "is empty; its first row must be date,name,kind,source",
		"sources.csv":  "is empty; its first row must be id,title,licence,date,url,note",
	} {
		fsys := small(t)
		fsys[name].Data = []byte("# nothing yet\n")
		expectFirst(t, fsys, Problem{name, 1, "", want})
	}
	fsys := small(t)
	fsys["holidays.csv"].Data = []byte("date,name,kind,source\n")
	expectFirst(t, fsys, Problem{"holidays.csv", 1, "", "has a header but no rows"})
	for _, name := range files {
		fsys := small(t)
		delete(fsys, name)
		problems := Check(fsys)
		found := false
		for _, p := range problems {
			found = found || p.File == name && p.Line == 1
		}
		if !found {
			t.Errorf("without %s: %v", name, problems)
		}
	}
}

func expectFirst(t *testing.T, fsys fstest.MapFS, want Problem) {
	t.Helper()
	if got := Check(fsys); len(got) == 0 || got[0] != want {
		t.Errorf("got %v, want %v", got, want)
	}
}

// FuzzCheck: whatever stands in a file, reading a pack tells where it is
// wrong and never falls over.
func FuzzCheck(f *testing.F) {
	for i, name := range files {
		f.Add(i, small(f)[name].Data)
	}
	f.Add(3, []byte("code,path,source\n99.01.01,1 1 ; ; 1 1 1 1 1 1,karangan\n"))
	f.Add(6, []byte("schedule,days,open,close,source\nkantor,sun-sat,00.00,24.00,karangan\n\"\n"))
	f.Add(15, []byte("said,means,lang\na,b,id\na,,en\na,b,jv\n"))
	f.Fuzz(func(t *testing.T, i int, data []byte) {
		fsys := small(t)
		file := files[uint(i)%uint(len(files))]
		fsys[file].Data = data
		problems := Check(fsys)
		for _, p := range problems {
			if fsys[p.File] == nil || p.Line < 1 || p.What == "" {
				t.Errorf("problem without a place: %#v", p)
			}
		}
		pack, err := Load(fsys)
		if (err == nil) != (len(problems) == 0) || (pack == nil) == (err == nil) {
			t.Errorf("%d problems, but Load says %v", len(problems), err)
		}
	})
}
