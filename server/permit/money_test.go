package permit_test

import (
	"cmp"
	"encoding/json"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync"
	"testing"
	"time"

	"rumah/server/payment"
	"rumah/shared/calendar"
	"rumah/shared/fault"
	"rumah/shared/form"
	contract "rumah/shared/permit"
)

// billed is an advertisement of Siti's whose bill of Rp112.500 waits.
func (h *house) billed() contract.File {
	h.t.Helper()
	a, answers := h.begin(contract.Start{Service: "reklame"})
	answers["luas"] = form.Answer{Text: "4,5"}
	a, err := h.Send(h.as("siti"), contract.Send{ID: a.ID, Answers: answers})
	if err != nil {
		h.t.Fatal(err)
	}
	h.act("dina", a.ID, contract.Act{Action: contract.Take})
	return h.act("dina", a.ID, contract.Act{Action: contract.Pass})
}

// Every line of a statement says what became of it, and the money of a bill is
// confirmed once, whatever comes again.
func TestAStatementOfTheBank(t *testing.T) {
	t.Parallel()
	h := open(t)
	one, two, three, four := h.billed(), h.billed(), h.billed(), h.billed()
	day := calendar.Date("2026-11-24")
	lines := []contract.Received{
		{Number: one.Head.Bill.Number, Amount: 112_500, Day: day, Ref: "R1"},
		{Number: one.Head.Bill.Number, Amount: 112_500, Day: day, Ref: "R2"},
		{Number: two.Head.Bill.Number, Amount: 100_000, Day: day, Ref: "R3"},
		{Number: three.Head.Bill.Number, Amount: 200_000, Day: day, Ref: "R4"},
		{Number: "TIDAK-ADA", Amount: 5_000, Day: day, Ref: "R5"},
		{Number: one.Head.Bill.Number, Amount: 112_500, Day: day, Ref: "R1"},
	}
	says := func(who string, lines []contract.Received) (said []string, settled int) {
		t.Helper()
		m, err := h.Match(h.as(who), contract.Statement{Lines: lines})
		if err != nil {
			t.Fatal(err)
		}
		for _, l := range m.Lines {
			said = append(said, string(l.Outcome))
		}
		return said, m.Settled
	}
	said, settled := says("cici", lines)
	if got := strings.Join(said, " "); got != "settled double short over unmatched again" || settled != 1 {
		t.Errorf("%s, %d settled", got, settled)
	}
	if said, settled = says("cici", lines[:1]); said[0] != "again" || settled != 0 {
		t.Errorf("the same again: %v", said)
	}
	// Of another office it is no bill at all, and who checks papers takes no
	// money.
	if said, _ = says("carla", []contract.Received{{Number: four.Head.Bill.Number, Amount: 112_500, Day: day, Ref: "R6"}}); said[0] != "unmatched" {
		t.Errorf("another office: %v", said)
	}
	if said, _ = says("dina", []contract.Received{{Number: four.Head.Bill.Number, Amount: 112_500, Day: day, Ref: "R6"}}); said[0] != "barred" {
		t.Errorf("who takes no money: %v", said)
	}
	if said, _ = says("cici", []contract.Received{{Number: four.Head.Bill.Number, Amount: 112_500, Day: day, Ref: "R6"}}); said[0] != "settled" {
		t.Errorf("who does: %v", said)
	}
	f, err := h.Open(h.as("cici"), contract.ID{ID: one.ID})
	if err != nil || f.Stage != contract.Signature || f.Head.Bill.Paid == 0 || f.Head.Bill.Ref != "R1" {
		t.Fatalf("%+v %v", f.Head, err)
	}
	b, err := h.Bills(h.as("cici"), contract.BillsOf{})
	if err != nil || b.Open != 2 || b.Sum != 225_000 || len(b.Items) != 2 || len(b.Odd) != 4 {
		t.Fatalf("%+v %v", b, err)
	}
	if paid, err := h.Bills(h.as("cici"), contract.BillsOf{Paid: true}); err != nil || len(paid.Items) != 2 || paid.Items[0].Paid.IsZero() {
		t.Errorf("%+v %v", paid, err)
	}
	if none, err := h.Bills(h.as("carla"), contract.BillsOf{}); err != nil || len(none.Items) != 0 || none.Open != 0 || len(none.Odd) != 0 {
		t.Errorf("another office sees %+v %v", none, err)
	}
	_, err = h.Match(h.as("cici"), contract.Statement{Lines: []contract.Received{{Number: "x", Amount: 1, Day: "kemarin", Ref: "y"}}})
	want(t, err, "date")
	_, err = h.Match(h.as("cici"), contract.Statement{Lines: []contract.Received{{Number: "x", Day: day, Ref: "y"}}})
	want(t, err, "too_small")
}

// bank is a gateway that can be out of reach.
type bank struct {
	sync.Mutex
	down   bool
	orders map[string]payment.Order
	paid   map[string]payment.Payment
	qris   string // instead of a usual one
	asked  int
}

func (b *bank) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	b.Lock()
	defer b.Unlock()
	b.asked++
	if b.down || r.Header.Get("Authorization") != "Bearer rahasia" {
		w.WriteHeader(http.StatusBadGateway)
		return
	}
	if r.Method == http.MethodGet {
		_ = json.NewEncoder(w).Encode(b.paid[strings.TrimPrefix(r.URL.Path, "/bills/")])
		return
	}
	var o payment.Order
	if json.NewDecoder(r.Body).Decode(&o) != nil || o.Amount < 1 || o.Until.IsZero() {
		w.WriteHeader(http.StatusBadRequest)
		return
	}
	b.orders[o.ID] = o
	_ = json.NewEncoder(w).Encode(payment.Bill{Number: "8808-" + o.ID, QRIS: cmp.Or(b.qris, "000201"+o.ID)})
}

func (b *bank) turns(down bool) {
	b.Lock()
	defer b.Unlock()
	b.down = down
}

// Where a bank makes the bills, an officer who gets no answer tries again and
// there is one bill; what was paid is found without anybody saying so.
func TestABankMakesTheBills(t *testing.T) {
	t.Parallel()
	h := open(t)
	b := &bank{orders: map[string]payment.Order{}, paid: map[string]payment.Payment{}}
	server := httptest.NewServer(b)
	t.Cleanup(server.Close)
	h.Bank = payment.Web{URL: server.URL, Token: "rahasia"}
	a, answers := h.begin(contract.Start{Service: "reklame"})
	answers["luas"] = form.Answer{Text: "4,5"}
	a, err := h.Send(h.as("siti"), contract.Send{ID: a.ID, Answers: answers})
	if err != nil {
		t.Fatal(err)
	}
	h.act("dina", a.ID, contract.Act{Action: contract.Take})
	b.turns(true)
	if _, err = h.try("dina", a.ID, contract.Act{Action: contract.Pass}); !fault.Is(err, fault.Conflict) {
		t.Fatal(err)
	}
	want(t, err, "permit_bank")
	if f, err := h.Open(h.as("dina"), contract.ID{ID: a.ID}); err != nil || f.Stage != contract.Documents {
		t.Fatal(f.Stage, err)
	}
	b.turns(false)
	f := h.act("dina", a.ID, contract.Act{Action: contract.Pass})
	bill := f.Head.Bill
	if f.Stage != contract.Payment || !strings.HasPrefix(bill.Number, "8808-"+a.ID) || bill.QRIS == "" || bill.Bank != "web" || len(b.orders) != 1 {
		t.Fatalf("%+v %+v", bill, b.orders)
	}
	b.turns(true) // a notice counts though the bank is out of reach
	if a, err = h.Notify(h.as("siti"), contract.Paid{ID: a.ID}); err != nil || a.Head.Bill.Notice == 0 {
		t.Fatal(err)
	}
	b.turns(false)
	if err := h.Reconcile(t.Context()); err != nil {
		t.Fatal(err)
	}
	if a, _ = h.Application(h.as("siti"), contract.ID{ID: a.ID}); a.Stage != contract.Payment {
		t.Errorf("nothing was paid, it is at %s", a.Stage)
	}
	b.paid[bill.Number] = payment.Payment{Amount: bill.Amount - 1, Ref: "B1", At: h.now}
	if err := h.Reconcile(t.Context()); err != nil {
		t.Fatal(err)
	}
	if odd, _ := h.Bills(h.as("cici"), contract.BillsOf{}); len(odd.Odd) != 1 || odd.Odd[0].Outcome != contract.PaidShort {
		t.Errorf("%+v", odd.Odd)
	}
	b.paid[bill.Number] = payment.Payment{Amount: bill.Amount, Ref: "B2", At: h.now.Add(-time.Hour)}
	for range 2 {
		if err := h.Reconcile(t.Context()); err != nil {
			t.Fatal(err)
		}
	}
	a, err = h.Application(h.as("siti"), contract.ID{ID: a.ID})
	if err != nil || a.Stage != contract.Signature || a.Head.Bill.Ref != "B2" {
		t.Fatalf("%+v %v", a.Head, err)
	}
	if last := a.Events[len(a.Events)-1]; last.Action != contract.Confirm || last.Role != "" {
		t.Errorf("%+v", last)
	}
}
