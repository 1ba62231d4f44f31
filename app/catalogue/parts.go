package catalogue

import (
	"slices"
	"strconv"
	"strings"

	"rumah/app/draft"
	placescreen "rumah/app/place"
	"rumah/shared/catalogue"
	"rumah/shared/words"
)

// parts are the components of a service as texts, in the order of its desk.
var parts = []draft.Part[catalogue.Content]{
	{Name: words.PartName, Text: func(_ words.Lang, c *catalogue.Content) string { return c.Name }},
	{Name: words.PartSummary, Text: func(_ words.Lang, c *catalogue.Content) string { return c.Summary }},
	{Name: words.PartTopic, Text: func(l words.Lang, c *catalogue.Content) string { return TopicName(l, c.Topic) }},
	{Name: words.PartAliases, Text: func(_ words.Lang, c *catalogue.Content) string { return strings.Join(c.Aliases, "\n") }},
	{Name: words.PartRequired, Text: requirementsText},
	{Name: words.StepsTitle, Text: func(_ words.Lang, c *catalogue.Content) string { return numbered(c.Steps) }},
	{Name: words.PartPromise, Text: promisePart},
	{Name: words.Fee, Text: feePart},
	{Name: words.Product, Text: func(_ words.Lang, c *catalogue.Content) string { return c.Product }},
	{Name: words.PartValid, Text: func(_ words.Lang, c *catalogue.Content) string { return c.ValidFor }},
	{Name: words.Complaints, Text: func(_ words.Lang, c *catalogue.Content) string { return c.Complaints }},
	{Name: words.LegalBasis, Text: func(_ words.Lang, c *catalogue.Content) string { return numbered(c.Legal) }},
	{Name: words.PartPlaces, Text: placesPart},
	{Name: words.PartApp, Text: func(_ words.Lang, c *catalogue.Content) string { return c.App }},
	{Name: words.Facilities, Text: func(_ words.Lang, c *catalogue.Content) string { return c.Facilities }},
	{Name: words.Competence, Text: func(_ words.Lang, c *catalogue.Content) string { return c.Competence }},
	{Name: words.Oversight, Text: func(_ words.Lang, c *catalogue.Content) string { return c.Oversight }},
	{Name: words.Staffing, Text: func(_ words.Lang, c *catalogue.Content) string { return c.Staffing }},
	{Name: words.Guarantee, Text: func(_ words.Lang, c *catalogue.Content) string { return c.Guarantee }},
	{Name: words.SafetyPromise, Text: func(_ words.Lang, c *catalogue.Content) string { return c.Safety }},
	{Name: words.Evaluation, Text: func(_ words.Lang, c *catalogue.Content) string { return c.Evaluation }},
	{Name: words.PartConfirmed, Text: func(l words.Lang, c *catalogue.Content) string { return draft.YesNo(l, c.Confirmed) }},
}

func numbered(lines []string) string {
	var b strings.Builder
	for i, line := range lines {
		b.WriteString(strconv.Itoa(i+1) + ". " + line + "\n")
	}
	return strings.TrimSuffix(b.String(), "\n")
}

func requirementsText(lang words.Lang, c *catalogue.Content) string {
	lines := make([]string, len(c.Requirements))
	for i, r := range c.Requirements {
		lines[i] = r.Name
		if r.Optional {
			lines[i] += " (" + words.OnlyWhen.In(lang) + ")"
		}
		if r.Note != "" {
			lines[i] += ": " + r.Note
		}
	}
	return numbered(lines)
}

func promisePart(lang words.Lang, c *catalogue.Content) string {
	text := promiseText(lang, c.Promise)
	if text == "" {
		text = words.NotPromised.In(lang)
	}
	return joined(text, c.Promise.Note)
}

func feePart(lang words.Lang, c *catalogue.Content) string {
	kind := ""
	if c.Fee.Kind != catalogue.Free && c.Fee.Kind != catalogue.FeeUnknown {
		kind = feeKinds[c.Fee.Kind].In(lang)
	}
	return joined(feeText(lang, c.Fee), kind, c.Fee.Note)
}

// placesPart names places by their ids: the order in which somebody ticked
// them means nothing.
func placesPart(lang words.Lang, c *catalogue.Content) string {
	ids := slices.Sorted(slices.Values(c.Places))
	for _, kind := range c.PlaceKinds {
		ids = append(ids, placescreen.KindName(lang, kind))
	}
	slices.Sort(ids[len(c.Places):])
	return strings.Join(ids, "\n")
}
