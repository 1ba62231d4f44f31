package permitform

import (
	"strconv"
	"strings"

	"rumah/app/draft"
	"rumah/shared/access"
	"rumah/shared/catalogue"
	"rumah/shared/form"
	"rumah/shared/permit"
	"rumah/shared/permitform"
	"rumah/shared/words"
)

// parts are what is written as texts that can be compared.
var parts = []draft.Part[permitform.Content]{
	{Name: words.FormPartAsk, Text: func(l words.Lang, c *permitform.Content) string { return formText(l, &c.Form) }},
	{Name: words.WaySteps, Text: stepsText},
	{Name: words.WayApart, Text: func(_ words.Lang, c *permitform.Content) string {
		var lines []string
		for _, pair := range c.Definition.Apart {
			lines = append(lines, pair.One+" + "+pair.Other)
		}
		return strings.Join(lines, "\n")
	}},
	{Name: words.TermsPromise, Text: func(l words.Lang, c *permitform.Content) string {
		return comma(promiseText(l, c.Definition.Promise), c.Definition.Promise.Note, mark(l, c.Definition.Complete, words.TermsComplete))
	}},
	{Name: words.TermsCorrect, Text: func(_ words.Lang, c *permitform.Content) string { return count(c.Definition.Correct) }},
	{Name: words.TermsKeep, Text: func(_ words.Lang, c *permitform.Content) string { return count(c.Definition.Keep) }},
	{Name: words.TermsPay, Text: func(_ words.Lang, c *permitform.Content) string { return count(c.Definition.Pay) }},
	{Name: words.TermsFee, Text: func(l words.Lang, c *permitform.Content) string {
		return comma(feeKind(l, c.Definition.Fee.Kind), c.Definition.Fee.Formula)
	}},
	{Name: words.FormPartPaper, Text: productText},
	{Name: words.TermsAppeal, Text: func(_ words.Lang, c *permitform.Content) string { return every(c.Definition.Appeal) }},
}

// every is a text in all languages it is written in.
func every(t form.Text) string {
	text := t.ID
	for _, other := range []string{t.EN, t.JV} {
		if other != "" {
			text += " / " + other
		}
	}
	return text
}

func comma(some ...string) string {
	var there []string
	for _, s := range some {
		if s != "" {
			there = append(there, s)
		}
	}
	return strings.Join(there, ", ")
}

func mark(l words.Lang, on bool, t words.T) string {
	if on {
		return t.In(l)
	}
	return ""
}

// count is a number; "" for none.
func count(n int) string {
	if n == 0 {
		return ""
	}
	return strconv.Itoa(n)
}

// labelled is something with what it is called; "" for nothing.
func labelled(l words.Lang, t words.T, value string) string {
	if value == "" {
		return ""
	}
	return t.In(l) + " " + value
}

// formText is a whole form as a text.
func formText(l words.Lang, f *form.Schema) string {
	var b strings.Builder
	for _, s := range f.Sections {
		b.WriteString(comma(every(s.Title), s.ID, every(s.Help), ifText(l, f, s.When)) + "\n")
		for i, q := range s.Questions {
			b.WriteString(strconv.Itoa(i+1) + ". " + questionText(l, f, &q) + "\n")
			for _, c := range q.Columns {
				b.WriteString("   - " + questionText(l, f, &c) + "\n")
			}
		}
	}
	return strings.TrimSpace(b.String())
}

func ifText(l words.Lang, f *form.Schema, r *form.Rule) string {
	if r == nil {
		return ""
	}
	return words.FormRuleIf.In(l, ruleText(l, f, r))
}

// questionText is all that is written of one question.
func questionText(l words.Lang, f *form.Schema, q *form.Question) string {
	options := make([]string, len(q.Choices))
	for i, o := range q.Choices {
		options[i] = o.ID + " " + every(o.Label)
	}
	size := ""
	if q.Size > 0 {
		size = strconv.FormatInt(q.Size, 10)
	}
	return comma(every(q.Label), q.ID, kindName(l, q.Kind), mark(l, q.Required, words.FormRequired), every(q.Help), ifText(l, f, q.When),
		labelled(l, words.FormPrefill, words.FormSources[string(q.Prefill)].In(l)),
		labelled(l, words.FormLeast, count(q.Least)), labelled(l, words.FormMost, count(q.Most)),
		labelled(l, words.FormFrom, q.From), labelled(l, words.FormTo, q.To), mark(l, q.Wide, words.FormWide),
		labelled(l, words.FormChoices, strings.Join(options, "; ")), labelled(l, words.FormAccept, strings.Join(q.Accept, "; ")), labelled(l, words.FormSize, size))
}

// stepsText are all stages as a text.
func stepsText(l words.Lang, c *permitform.Content) string {
	lines := make([]string, len(c.Definition.Steps))
	for i, s := range c.Definition.Steps {
		promise := ""
		if s.Promise != nil {
			promise = comma(promiseText(l, *s.Promise), s.Promise.Note)
		}
		lines[i] = strconv.Itoa(i+1) + ". " + comma(stageName(l, s.Stage), every(s.Name), s.ID, rolesText(l, s.Roles), s.Agency, mark(l, s.Note, words.WayNote), promise)
	}
	return strings.Join(lines, "\n")
}

func rolesText(l words.Lang, roles []access.Role) string {
	names := make([]string, len(roles))
	for i, role := range roles {
		names[i] = roleNames[role].In(l)
	}
	return strings.Join(names, ", ")
}

var roleNames = map[access.Role]words.T{
	access.Counter: words.RoleCounter, access.Verifier: words.RoleVerifier, access.Signer: words.RoleSigner, access.Agency: words.RoleAgency,
}

var unitNames = map[catalogue.Unit]words.T{
	catalogue.Minutes: words.UnitMinutes, catalogue.Hours: words.UnitHours, catalogue.WorkingDays: words.UnitDays, catalogue.Unpromised: words.UnitNone,
}

// promiseText is how long something may take: "3 hari kerja".
func promiseText(l words.Lang, p catalogue.Promise) string {
	if p.Unit == catalogue.Unpromised || p.Unit == "" {
		return words.UnitNone.In(l)
	}
	return strconv.Itoa(p.Amount) + " " + unitNames[p.Unit].In(l)
}

var feeNames = map[catalogue.FeeKind]words.T{
	"": words.FeeFree, catalogue.Free: words.FeeFree, catalogue.Levy: words.FeeLevy, catalogue.TaxFee: words.FeeTax, catalogue.StateFee: words.FeeState,
	catalogue.Tariff: words.FeeTariff, catalogue.FeeUnknown: words.FeeUnknown,
}

func feeKind(l words.Lang, k catalogue.FeeKind) string { return feeNames[k].In(l) }

func kindName(l words.Lang, k form.Kind) string { return words.FormKinds[string(k)].In(l) }

func stageName(l words.Lang, s permit.Stage) string { return words.PermitStages[string(s)].In(l) }
