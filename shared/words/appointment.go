package words

// A number as it stands in a calendar.
var (
	AppointmentTitle = T{"Antrean {0}: {1}", "Queue number {0}: {1}", "Antrean {0}: {1}"}
	AppointmentNote  = T{
		"Nomor Anda {0}. Waktunya perkiraan. Buka tautan untuk melihat giliran yang sebenarnya.",
		"Your number is {0}. The time is an estimate. Open the link to see how the queue really moves.",
		"Nomer panjenengan {0}. Wancinipun namung kinten-kinten. Mangga bikak pranala kangge mirsani giliran ingkang saleresipun.",
	}
)
