package words

// What stands in a form that an agency begins to write.
var (
	FormApplicant = T{"Pemohon", "Applicant", "Panyuwun"}
	FormPapers    = T{"Berkas", "Papers", "Berkas"}
	FormKTP       = T{"Foto KTP", "Photo of the KTP", "Foto KTP"}
	FormTruth     = T{"Pernyataan", "Declaration", "Wedharan"}
	FormTrue      = T{"Data ini benar. Saya tahu bahwa keterangan palsu dapat dipidana.", "These data are true. I know that false statements are punishable.", "Data punika leres. Kula mangertos bilih katrangan palsu saged dipunukum."}
)
