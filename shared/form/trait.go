package form

import (
	"rumah/shared/calendar"
	"rumah/shared/words"
)

// trait is what the house knows of a kind whose answer is one text. Choices,
// Table and Files have files of their own.
type trait struct {
	// read turns what was typed into what is kept, or says what is wrong with
	// it. It is never asked about blanks.
	read func(q *Question, day calendar.Date, s string) (kept, key, bound string)

	// show is what was kept as people read it; nil for as it is.
	show func(q *Question, s string, lang words.Lang) string

	whole   bool     // needs room of its own: cannot be a column
	ordered bool     // smaller and larger make sense: conditions may ask
	counted bool     // formulas may reckon with it
	secret  bool     // masked wherever it is not needed whole
	sources []Source // of the profile that fit
}

var traits = map[Kind]trait{
	Line:      {read: readLine, sources: []Source{FromName, FromAddress, FromBPJS}},
	Paragraph: {read: readParagraph, whole: true, sources: []Source{FromAddress}},
	Number:    {read: readNumber, show: showNumber, ordered: true, counted: true},
	Money:     {read: readMoney, show: showMoney, ordered: true, counted: true},
	Date:      {read: readDate, show: showDate, ordered: true, sources: []Source{FromBorn}},
	NIK:       {read: readNIK, secret: true, sources: []Source{FromNIK}},
	KK:        {read: readKK, secret: true, sources: []Source{FromKK}},
	Phone:     {read: readPhone, show: showPhone, secret: true, sources: []Source{FromPhone}},
	Email:     {read: readEmail, sources: []Source{FromEmail}},
	Choice:    {read: readChoice, show: showChoice},
	YesNo:     {read: readYesNo, show: showYesNo},
	Area:      {read: readArea, sources: []Source{FromArea}},
	Point:     {read: readPoint, whole: true},
	Statement: {read: readStatement, show: showYesNo, whole: true},
}
