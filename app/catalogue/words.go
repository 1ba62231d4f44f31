// Package catalogue is the screens about what the agencies offer: the search
// over everything, one service, one app, and the desk where an agency writes
// its services.
package catalogue

import (
	"strconv"

	"rumah/shared/catalogue"
	"rumah/shared/words"
)

type topicLook struct {
	name words.T
	icon string
}

var topics = map[catalogue.Topic]topicLook{
	catalogue.Papers:   {words.TopicPapers, "ktp"},
	catalogue.Letters:  {words.TopicLetters, "berkas"},
	catalogue.Health:   {words.TopicHealth, "sehat"},
	catalogue.Social:   {words.TopicSocial, "bantuan"},
	catalogue.Family:   {words.TopicFamily, "keluarga"},
	catalogue.Work:     {words.TopicWork, "kerja"},
	catalogue.Business: {words.TopicBusiness, "usaha"},
	catalogue.Building: {words.TopicBuilding, "kantor"},
	catalogue.School:   {words.TopicSchool, "sekolah"},
	catalogue.Tax:      {words.TopicTax, "pajak"},
	catalogue.Water:    {words.TopicWater, "air"},
	catalogue.Safety:   {words.TopicSafety, "perisai"},
	catalogue.Complain: {words.TopicComplain, "lapor"},
}

// TopicName is what a topic is called.
func TopicName(lang words.Lang, topic catalogue.Topic) string { return topics[topic].name.In(lang) }

// TopicIcon is the picture of a topic.
func TopicIcon(topic catalogue.Topic) string {
	if icon := topics[topic].icon; icon != "" {
		return icon
	}
	return "layanan"
}

// TopicCount says how many services a topic has.
func TopicCount(lang words.Lang, n int) string {
	if n == 1 {
		return words.TopicService.In(lang)
	}
	return words.TopicServices.In(lang, words.Count(lang, n))
}

// feeText is a fee in one or two words: "Gratis", "Rp25.000".
func feeText(lang words.Lang, fee catalogue.Fee) string {
	switch {
	case fee.Kind == catalogue.Free:
		return words.FeeFree.In(lang)
	case fee.Amount > 0:
		return "Rp" + words.Count(lang, int(fee.Amount))
	case fee.Kind == catalogue.FeeUnknown || fee.Kind == "":
		return words.FeeUnknown.In(lang)
	}
	return words.FeeVaries.In(lang)
}

var feeKinds = map[catalogue.FeeKind]words.T{
	catalogue.Free:       words.FeeFree,
	catalogue.Levy:       words.FeeLevy,
	catalogue.TaxFee:     words.FeeTax,
	catalogue.StateFee:   words.FeeState,
	catalogue.Tariff:     words.FeeTariff,
	catalogue.FeeUnknown: words.FeeUnknown,
}

// feeWhy is the line below a fee: what kind it is, or what to do about it.
func feeWhy(lang words.Lang, fee catalogue.Fee) string {
	switch {
	case fee.Note != "":
		return fee.Note
	case fee.Kind == catalogue.Free:
		return words.FeeFreeSay.In(lang)
	case fee.Kind == catalogue.FeeUnknown || fee.Kind == "":
		return words.FeeUnknownSu.In(lang)
	case fee.Amount == 0:
		return feeKinds[fee.Kind].In(lang) + ". " + words.FeeVariesSay.In(lang)
	}
	return feeKinds[fee.Kind].In(lang)
}

var units = map[catalogue.Unit][2]words.T{
	catalogue.Minutes:     {words.OneMinute, words.ManyMinutes},
	catalogue.Hours:       {words.OneHour, words.ManyHours},
	catalogue.WorkingDays: {words.OneWorkingDay, words.ManyWorkingDays},
}

// promiseText is a promise in words: "1 hari kerja"; "" when there is none.
func promiseText(lang words.Lang, p catalogue.Promise) string {
	unit, ok := units[p.Unit]
	switch {
	case !ok:
		return ""
	case p.Amount == 0:
		return words.SameDay.In(lang)
	case p.Amount == 1:
		return unit[0].In(lang)
	}
	return unit[1].In(lang, strconv.Itoa(p.Amount))
}

// promiseSentence is the same as a sentence of the answer.
func promiseSentence(lang words.Lang, p catalogue.Promise) string {
	text := promiseText(lang, p)
	switch {
	case text == "":
		return words.DoneUnknown.In(lang)
	case p.Amount == 0:
		return words.DoneSameDay.In(lang)
	}
	return words.DoneIn.In(lang, text)
}

// terms are fee and promise in one line: "Gratis · 1 hari kerja".
func terms(lang words.Lang, fee catalogue.Fee, promise catalogue.Promise) string {
	if time := promiseText(lang, promise); time != "" {
		return feeText(lang, fee) + " · " + time
	}
	return feeText(lang, fee)
}
