package queue

import (
	"strconv"

	"rumah/shared/calendar"
	"rumah/shared/link"
	"rumah/shared/queue"
	"rumah/shared/words"
)

// takeWish is what somebody chose so far, made whole: what stands in the
// address where nothing was touched, and nothing a line does not offer.
func takeWish(at link.At, lines queue.Lines, touched queue.NewTicket) (queue.NewTicket, queue.Line) {
	want := touched
	if want.Day == "" {
		slot, _ := strconv.Atoi(at.Get("jam"))
		want = queue.NewTicket{Day: at.Get("antrean"), Lane: queue.Lane(at.Get("jalur")), Ground: at.Get("alasan"), Payer: queue.Payer(at.Get("bayar")), Slot: slot, Member: at.Get("untuk")}
	}
	var line queue.Line
	open := 0
	for _, l := range lines.Items {
		if l.Open {
			open++
		}
		if l.Day == want.Day {
			line = l
		}
	}
	if line.Day == "" && open == 1 { // the only one there is needs no choosing
		for _, l := range lines.Items {
			if l.Open {
				line = l
			}
		}
	}
	if want.Day = line.Day; line.Day == "" {
		return want, line
	}
	if _, has := line.Wait[queue.Priority]; want.Lane != queue.Priority || !has {
		want.Lane, want.Ground = queue.Regular, ""
	}
	if want.Lane == queue.Priority && !takeRuled(lines.Rules, want.Ground) {
		want.Ground = ""
		if len(lines.Rules) == 1 {
			want.Ground = lines.Rules[0].Who
		}
	}
	switch {
	case !line.Payer:
		want.Payer = ""
	case want.Payer != queue.Other:
		want.Payer = queue.JKN // as most people pay
	}
	free := false
	for _, slot := range line.Slots {
		free = free || queue.Booking(slot.At) == want.Slot && slot.Left > 0
	}
	if !free {
		want.Slot = 0
	}
	return want, line
}

func takeRuled(rules []queue.LaneRule, ground string) bool {
	for _, r := range rules {
		if r.Who == ground {
			return true
		}
	}
	return false
}

// takeAddress is the screen with a choice in it, so that somebody who signs
// in first comes back to it.
func takeAddress(at link.At, date calendar.Date, want queue.NewTicket) string {
	slot := ""
	if want.Slot != 0 {
		slot = strconv.Itoa(want.Slot)
	}
	return at.To(at.Path, "hari", string(date), "antrean", want.Day, "jalur", string(want.Lane), "alasan", want.Ground, "bayar", string(want.Payer), "jam", slot)
}

// takeState is what keeps a line from being an ordinary open one; tone is
// that of its tag. "" for nothing.
func takeState(lang words.Lang, l queue.Line) (tone, text string) {
	reason := func(plain, with words.T) string {
		if l.Reason == "" {
			return plain.In(lang)
		}
		return with.In(lang, l.Reason)
	}
	switch {
	case l.Status == queue.Stopped:
		return "bad", reason(words.TakeStopped, words.TakeStoppedFor)
	case l.Status == queue.Closed:
		return "", words.TakeClosed.In(lang)
	case l.Mine != "":
		return "brand", words.TakeMine.In(lang)
	case l.Left == 0:
		return "bad", words.TakeFull.In(lang)
	case l.Status == queue.Paused:
		return "wait", reason(words.TakePaused, words.TakePausedFor)
	case !l.Open:
		return "", words.TakeNotYet.In(lang)
	case l.Left > 0 && l.Left <= fewLeft:
		return "wait", words.TakeLeft.In(lang, strconv.Itoa(l.Left))
	}
	return "", ""
}

// fewLeft is when it is worth saying how many numbers are left.
const fewLeft = 10
