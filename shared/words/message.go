package words

// What the house sends to phones and mail boxes. {0} is the app's name.
var (
	MessageCode = T{"Kode masuk {0}: {1}. Berlaku {2} menit. Jangan beri tahu siapa pun, petugas pun tidak akan meminta.",
		"Your {0} code: {1}. Valid for {2} minutes. Tell nobody; our staff never ask for it.",
		"Kodhe mlebet {0}: {1}. Lumampah {2} menit. Sampun dipuncriyosaken sinten kemawon, petugas boten badhe nyuwun."}
	MessageInviteSubject = T{"Undangan menjadi petugas di {0}", "Invitation to join {0} as staff", "Ulem dados petugas ing {0}"}
	MessageInvite        = T{"{1},\n\nAnda diundang sebagai petugas di {0}. Buka tautan ini dalam 7 hari untuk membuat akun:\n\n{2}\n\nTautan hanya bisa dipakai sekali. Kalau Anda tidak merasa diundang, abaikan surat ini.",
		"{1},\n\nYou are invited to join {0} as staff. Open this link within 7 days to make your account:\n\n{2}\n\nThe link works once. If you did not expect it, ignore this mail.",
		"{1},\n\nPanjenengan dipunulemi dados petugas ing {0}. Mangga dipunbikak tautan punika sadangunipun 7 dinten:\n\n{2}\n\nTautan namung lumampah sapisan. Menawi boten rumaos dipunulemi, kajengipun."}
)
