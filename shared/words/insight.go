package words

// What offices have really done, for everybody to read.
var (
	InsightTitle    = T{"Kinerja layanan", "How services do", "Kinerja palayanan"}
	InsightLead     = T{"Berapa permohonan masuk, berapa lama selesainya, dan seberapa sering janji ditepati.", "How many applications come in, how long they take, and how often the promise is kept.", "Pinten panyuwunan ingkang mlebet, pinten dangunipun, lan kaping pinten janji katetepi."}
	InsightSince    = T{"Sejak {0}, dihitung dari permohonan di aplikasi ini.", "Since {0}, counted from applications in this app.", "Wiwit {0}, kapetang saking panyuwunan ing aplikasi punika."}
	InsightFew      = T{"Angka dari kurang dari {0} permohonan tidak ditampilkan, supaya tidak menunjuk orang.", "Figures of fewer than {0} applications are not shown, so that they point at nobody.", "Angka saking kirang saking {0} panyuwunan boten katampilaken, supados boten nuding tiyang."}
	InsightHow      = T{"Hari adalah hari kerja kantor. Waktu menunggu pemohon tidak ikut dihitung.", "Days are working days of the office. Time that the applicant had is not counted.", "Dinten inggih punika dinten kerja kantor. Wekdal ngentosi panyuwun boten kapetang."}
	InsightFiles    = T{"Data untuk diolah", "Data to work with", "Data kangge kaolah"}
	InsightFilesY   = T{"Tiap layanan, tiap bulan. Alamatnya tetap.", "Each service, each month. The addresses stay.", "Saben palayanan, saben wulan. Alamatipun tetep."}
	InsightCSV      = T{"Unduh CSV", "Download CSV", "Undhuh CSV"}
	InsightJSON     = T{"Unduh JSON", "Download JSON", "Undhuh JSON"}
	InsightNone     = T{"Belum ada permohonan", "No applications yet", "Dereng wonten panyuwunan"}
	InsightNoneY    = T{"Angka muncul di sini setelah ada yang mengajukan.", "Figures appear here once somebody applies.", "Angka katingal ing ngriki sasampunipun wonten ingkang nyuwun."}
	InsightQuiet    = T{"Belum ada yang mengajukan", "Nobody has applied yet", "Dereng wonten ingkang nyuwun"}
	InsightService  = T{"Layanan", "Service", "Palayanan"}
	InsightIn       = T{"Masuk", "Received", "Mlebet"}
	InsightDone     = T{"Selesai", "Finished", "Rampung"}
	InsightHalf     = T{"Separuh selesai dalam", "Half done within", "Sepalih rampung ing"}
	InsightNine     = T{"9 dari 10 dalam", "9 of 10 within", "9 saking 10 ing"}
	InsightPromise  = T{"Janji", "Promise", "Janji"}
	InsightKept     = T{"Tepat janji", "In time", "Netepi janji"}
	InsightReturned = T{"Perlu perbaikan", "Returned", "Kawangsulaken"}
	InsightMonth    = T{"Bulan", "Month", "Wulan"}
	InsightMonths   = T{"Per bulan", "By month", "Saben wulan"}
	InsightChart    = T{"Permohonan yang selesai tiap bulan, paling banyak {0}: {1}", "Applications finished each month, most in {0}: {1}", "Panyuwunan ingkang rampung saben wulan, paling kathah {0}: {1}"}
	InsightLine     = T{"Masuk {0}, selesai {1}", "Received {0}, finished {1}", "Mlebet {0}, rampung {1}"}
	InsightLineHalf = T{"separuh dalam {0}", "half within {0}", "sepalih ing {0}"}
	InsightLineKept = T{"{0}% tepat janji", "{0}% in time", "{0}% netepi janji"}
	InsightSameDay  = T{"hari yang sama", "the same day", "dinten ingkang sami"}
	InsightDay      = T{"1 hari kerja", "1 working day", "1 dinten kerja"}
	InsightDays     = T{"{0} hari kerja", "{0} working days", "{0} dinten kerja"}
	InsightUntold   = T{"–", "–", "–"}
	InsightToPage   = T{"Halaman layanan", "Page of the service", "Kaca palayanan"}

	// Beside the promise of a service.
	RealTitle = T{"Nyatanya", "In fact", "Nyatanipun"}
	RealTook  = T{"Separuh dari {0} permohonan terakhir selesai dalam {1}.", "Half of the last {0} applications were done within {1}.", "Sepalih saking {0} panyuwunan pungkasan rampung ing {1}."}
	RealKept  = T{"{0}% tepat janji.", "{0}% in time.", "{0}% netepi janji."}
	RealMore  = T{"Angka lengkapnya", "All figures", "Angka jangkepipun"}
)
