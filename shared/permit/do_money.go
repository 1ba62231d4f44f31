package permit

import (
	"strconv"
	"time"

	"rumah/shared/fault"
	"rumah/shared/form"
	"rumah/shared/form/formula"
)

// setFee makes the bill, or makes it anew. What was paid before it went back
// to be corrected counts. When nothing is to be paid after all, the payment is
// left out.
func (d *decision) setFee() error {
	again, owed := d.Head.Stage == Payment, d.Head.Owes(d.want.Amount)
	switch {
	case d.want.Amount < 0 || again && owed == 0:
		return fault.Wrong(fault.Field{Name: "amount", Key: "too_small", Bound: "0"})
	case d.want.Amount > formula.MostRupiah:
		return fault.Wrong(fault.Field{Name: "amount", Key: "too_large", Bound: strconv.Itoa(formula.MostRupiah)})
	case owed == 0:
		if d.Head.Bill.paid() == 0 {
			d.head.Bill = nil
		}
	default:
		if err := number("number", d.want.Number); err != nil {
			return err
		}
		d.head.Bill = &Bill{Amount: owed, Number: d.want.Number, At: d.now, Bank: d.want.Bank, QRIS: d.want.QRIS, Before: d.Head.Bill.paid()}
	}
	if again {
		d.to = d.step.ID
		return nil
	}
	err := d.done()
	if owed == 0 && err == nil {
		if paying, ok := d.rules.Definition.Step(d.to); ok && paying.Stage == Payment {
			d.to = d.rules.Definition.next(d.rules.Definition.index(d.to))
		}
	}
	return err
}

// notice is the applicant's word that the money is on its way.
func (d *decision) notice() error {
	if d.head.Bill == nil || d.head.Bill.Notice != 0 {
		return nil
	}
	d.head.Bill.Notice, d.head.Bill.Proof, d.to = d.now, d.want.Proof, d.step.ID
	return nil
}

// dispute says that no money came, in spite of a notice. The time to pay
// begins anew: what the office took to look was none of the applicant's.
func (d *decision) dispute() error {
	if d.head.Bill == nil || d.head.Bill.Notice == 0 {
		return refuse("permit_no_notice")
	}
	d.head.Bill.Notice, d.head.Bill.Proof, d.head.Bill.Again, d.to = 0, form.File{}, d.now, d.step.ID
	return nil
}

func (d *decision) confirm() error {
	if d.head.Bill != nil {
		d.head.Bill.Paid, d.head.Bill.Ref = d.now, d.want.Ref
	}
	return d.done()
}

// lapse ends an application that nobody paid for. Who says to have paid is
// not cut off before the office has looked.
func (d *decision) lapse() error {
	if d.Head.Bill != nil && d.Head.Bill.Notice != 0 {
		return refuse("permit_notice")
	}
	return d.expire()
}

// expire ends an application that waited too long for the applicant.
func (d *decision) expire() error {
	if until, ok := d.Until(d.rules); !ok || d.now < until.UnixMilli() {
		return refuse("permit_early")
	}
	d.to = string(Expired)
	return nil
}

// Until is by when the applicant must correct or pay; ok is false when
// nothing is waited for.
func (s *State) Until(r Rules) (t time.Time, ok bool) {
	switch s.Head.Stage {
	case Returned:
		return r.Hours.Deadline(time.UnixMilli(s.Head.Since), patience(r.Definition.Correct))
	case Payment:
		since := s.Head.Since
		if s.Head.Bill != nil {
			since = max(s.Head.Bill.At, s.Head.Bill.Again)
		}
		return r.Hours.Deadline(time.UnixMilli(since), patience(r.Definition.Pay))
	}
	return t, false
}
