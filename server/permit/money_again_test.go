package permit_test

import (
	"fmt"
	"net/http/httptest"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"rumah/server/payment"
	"rumah/shared/form"
	contract "rumah/shared/permit"
)

// pays is what becomes of one line of a statement.
func (h *house) pays(who, number string, amount int64, ref string) contract.Fit {
	h.t.Helper()
	m, err := h.Match(h.as(who), contract.Statement{Lines: []contract.Received{{Number: number, Amount: amount, Day: "2026-11-24", Ref: ref}}})
	if err != nil {
		h.t.Fatal(err)
	}
	return m.Lines[0].Outcome
}

// withBank gives the house a bank.
func (h *house) withBank() *bank {
	h.t.Helper()
	b := &bank{orders: map[string]payment.Order{}, paid: map[string]payment.Payment{}}
	server := httptest.NewServer(b)
	h.t.Cleanup(server.Close)
	h.Bank = payment.Web{URL: server.URL, Token: "rahasia"}
	return b
}

// An application that goes back to be corrected after it was paid is not paid
// twice: what was paid counts, and only the rest is asked for.
func TestWhatWasPaidCounts(t *testing.T) {
	t.Parallel()
	h := open(t)
	f := h.billed()
	if got := h.pays("cici", f.Head.Bill.Number, 112_500, "R1"); got != contract.PaidFull {
		t.Fatal(got)
	}
	back := contract.Act{Action: contract.SendBack, Step: "berkas", Note: "Luasnya lain"}
	h.act("sinta", f.ID, back)
	h.act("dina", f.ID, contract.Act{Action: contract.Return, Marks: []contract.Mark{{Path: "luas", Reason: "Tidak cocok"}}})
	answers := form.Answers{"nama": {Text: holder}, "nik": {Text: nik}, "untuk": {Text: "membuka rekening"}, "luas": {Text: "6"}}
	if _, err := h.Resend(h.as("siti"), contract.Send{ID: f.ID, Answers: answers}); err != nil {
		t.Fatal(err)
	}
	f = h.act("dina", f.ID, contract.Act{Action: contract.Pass})
	if b := f.Head.Bill; f.Stage != contract.Payment || b.Amount != 37_500 || b.Before != 112_500 || b.Paid != 0 {
		t.Fatalf("%s %+v", f.Stage, b)
	}
	if got := h.pays("cici", f.Head.Bill.Number, 112_500, "R1"); got != contract.PaidBefore {
		t.Errorf("the first payment again is %s", got)
	}
	if got := h.pays("cici", f.Head.Bill.Number, 37_500, "R2"); got != contract.PaidFull {
		t.Fatal(got)
	}
	h.act("sinta", f.ID, back)
	if f = h.act("dina", f.ID, contract.Act{Action: contract.Pass}); f.Stage != contract.Signature || f.Head.Bill.Paid == 0 || f.Head.Bill.Ref != "R2" {
		t.Errorf("all is paid, and it is at %s with %+v", f.Stage, f.Head.Bill)
	}
}

// A server that dies between confirming a payment and noting it leaves no
// payment that looks like a second one; nor does an office that knows no bill
// of a number take away what the office of the bill knows.
func TestAPaymentIsKnownAgain(t *testing.T) {
	t.Parallel()
	h := open(t)
	one, two := h.billed(), h.billed()
	h.pays("cici", one.Head.Bill.Number, 112_500, "R1")
	h.exec(`DELETE FROM payments`)
	if got := h.pays("cici", one.Head.Bill.Number, 112_500, "R1"); got != contract.PaidBefore {
		t.Errorf("the same payment is %s", got)
	}
	h.pays("cici", two.Head.Bill.Number, 100_000, "R2")
	if got := h.pays("carla", two.Head.Bill.Number, 100_000, "R2"); got != contract.PaidUnmatched {
		t.Errorf("another office: %s", got)
	}
	b, err := h.Bills(h.as("cici"), contract.BillsOf{})
	if err != nil || len(b.Odd) != 1 || b.Odd[0].Outcome != contract.PaidShort || b.Odd[0].Application != two.ID {
		t.Errorf("%+v %v", b.Odd, err)
	}
}

// The bank makes no bill for somebody who may not have it made, and another
// for another sum.
func TestABillIsMadeForWhoMay(t *testing.T) {
	t.Parallel()
	h := open(t)
	b := h.withBank()
	a, answers := h.begin(contract.Start{Service: "reklame"})
	if _, err := h.Send(h.as("siti"), contract.Send{ID: a.ID, Answers: answers}); err != nil {
		t.Fatal(err)
	}
	for _, who := range []string{"cici", "sinta", "dina"} {
		if _, err := h.try(who, a.ID, contract.Act{Action: contract.SetFee, Amount: 1_000_000}); err == nil {
			t.Errorf("%s set a fee", who)
		}
	}
	if len(b.orders) != 0 {
		t.Errorf("the bank made %+v", b.orders)
	}
	h.act("dina", a.ID, contract.Act{Action: contract.Take})
	f := h.act("dina", a.ID, contract.Act{Action: contract.Pass})
	for id, o := range b.orders {
		if !o.Until.Equal(f.Until) || o.Until.Before(h.now.AddDate(0, 0, 14)) {
			t.Errorf("the bank takes money until %s, the house waits until %s", o.Until, f.Until)
		}
		if o.Amount != 100_000 || !strings.HasSuffix(id, "-100000") || len(b.orders) != 1 {
			t.Errorf("%+v", b.orders)
		}
	}
}

// Money that came is seen before an application ends for want of it, and money
// for one that was cancelled is told to the office.
func TestMoneyThatComesLate(t *testing.T) {
	t.Parallel()
	h := open(t)
	b := h.withBank()
	paid, down, cancelled := h.billed(), h.billed(), h.billed()
	if err := h.Drop(h.as("siti"), contract.ID{ID: cancelled.ID}); err != nil {
		t.Fatal(err)
	}
	b.paid[cancelled.Head.Bill.Number] = payment.Payment{Amount: 112_500, Ref: "B3", At: h.now}
	for range 2 {
		if err := h.Reconcile(t.Context()); err != nil {
			t.Fatal(err)
		}
	}
	bills, err := h.Bills(h.as("cici"), contract.BillsOf{})
	if err != nil || len(bills.Odd) != 1 || bills.Odd[0].Outcome != contract.PaidClosed || bills.Odd[0].Ref != "B3" {
		t.Errorf("%+v %v", bills.Odd, err)
	}
	if got := h.pays("cici", cancelled.Head.Bill.Number, 112_500, "R9"); got != contract.PaidClosed {
		t.Errorf("on a statement it is %s", got)
	}
	b.paid[paid.Head.Bill.Number] = payment.Payment{Amount: 112_500, Ref: "B1", At: h.now}
	stage := func(f contract.File) contract.Stage {
		t.Helper()
		a, err := h.Application(h.as("siti"), contract.ID{ID: f.ID})
		if err != nil {
			t.Fatal(err)
		}
		return a.Stage
	}
	h.now = h.now.AddDate(0, 2, 0)
	b.turns(true)
	if err := h.Tend(t.Context()); err != nil || stage(paid) != contract.Payment {
		t.Fatalf("nobody knows, and it is at %s: %v", stage(paid), err)
	}
	b.turns(false)
	if err := h.Tend(t.Context()); err != nil || stage(paid) != contract.Signature || stage(down) != contract.Expired {
		t.Errorf("%s %s %v", stage(paid), stage(down), err)
	}
}

// However many bills wait, every one is asked about.
func TestEveryBillIsAskedAbout(t *testing.T) {
	t.Parallel()
	h := open(t)
	b := h.withBank()
	f := h.billed()
	h.exec(`
INSERT INTO applications (id, service_id, edition, person_id, holder, agency_id, place_id, sealed, track_hash, version, head, created_at, saved_at, sent_at, changed_at)
SELECT 'X' || n, service_id, edition, person_id, holder, agency_id, place_id, sealed, ('x' || n)::bytea, version,
  jsonb_set(jsonb_set(head, '{bill,number}', to_jsonb('lama-' || n)), '{bill,at}', to_jsonb((head #>> '{bill,at}')::bigint - 1000)), created_at, saved_at, sent_at, changed_at
FROM applications, generate_series(1, 200) n WHERE id = ?`, f.ID)
	b.paid[f.Head.Bill.Number] = payment.Payment{Amount: 112_500, Ref: "B1", At: h.now.Add(-time.Hour)}
	for range 5 {
		if err := h.Reconcile(t.Context()); err != nil {
			t.Fatal(err)
		}
	}
	if a, err := h.Application(h.as("siti"), contract.ID{ID: f.ID}); err != nil || a.Stage != contract.Signature {
		t.Errorf("%s %v", a.Stage, err)
	}
}

// Of two payments of one bill that are found at the same moment one settles
// it, and the other is known to be one too many.
func TestTwoPaymentsAtOnce(t *testing.T) {
	t.Parallel()
	h := open(t)
	for i := range 8 {
		number := h.billed().Head.Bill.Number
		fits := make([]contract.Fit, 2)
		var both sync.WaitGroup
		for j := range fits {
			both.Go(func() { fits[j] = h.pays("cici", number, 112_500, fmt.Sprint("R", i, "-", j)) })
		}
		both.Wait()
		slices.Sort(fits)
		if !slices.Equal(fits, []contract.Fit{contract.PaidTwice, contract.PaidFull}) {
			t.Fatalf("%v", fits)
		}
	}
}

// A bank that says what cannot be is one that does not answer: nobody is kept
// from their application by it.
func TestABankThatTalksNonsense(t *testing.T) {
	t.Parallel()
	h := open(t)
	b := h.withBank()
	a, answers := h.begin(contract.Start{Service: "reklame"})
	if _, err := h.Send(h.as("siti"), contract.Send{ID: a.ID, Answers: answers}); err != nil {
		t.Fatal(err)
	}
	h.act("dina", a.ID, contract.Act{Action: contract.Take})
	b.qris = strings.Repeat("0", 9000)
	_, err := h.try("dina", a.ID, contract.Act{Action: contract.Pass})
	want(t, err, "permit_bank")
	b.qris = ""
	number := h.act("dina", a.ID, contract.Act{Action: contract.Pass}).Head.Bill.Number
	for _, p := range []payment.Payment{{Amount: -5, Ref: "B1"}, {Amount: 100_000, Ref: "a\x00b"}, {Amount: 100_000, Ref: strings.Repeat("x", 9000)}, {Amount: 100_000}} {
		b.paid[number] = p
		if _, err := h.Notify(h.as("siti"), contract.Paid{ID: a.ID}); err != nil {
			t.Errorf("%+v: %v", p, err)
		}
		if err := h.Reconcile(t.Context()); err != nil {
			t.Errorf("%+v: %v", p, err)
		}
	}
	if a, err := h.Application(h.as("siti"), contract.ID{ID: a.ID}); err != nil || a.Stage != contract.Payment || a.Head.Bill.Notice == 0 {
		t.Errorf("%s %v", a.Stage, err)
	}
}
