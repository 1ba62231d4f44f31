package together

import (
	"context"
	"errors"
	"sync"
	"sync/atomic"
	"testing"
	"time"
)

// Those who ask while a question is on its way share the next one, and each
// gets the answer to their own key.
func TestManyShareAFewQuestions(t *testing.T) {
	t.Parallel()
	var questions atomic.Int64
	gate := make(chan struct{})
	l := New(func(_ context.Context, keys []int) (map[int]int, error) {
		questions.Add(1)
		<-gate
		values := make(map[int]int)
		for _, k := range keys {
			if k%2 == 0 {
				values[k] = -k
			}
		}
		return values, nil
	})
	var asked, answered sync.WaitGroup
	for i := range 100 {
		asked.Add(1)
		answered.Go(func() {
			asked.Done()
			v, found, err := l.Get(context.Background(), i)
			if err != nil || found != (i%2 == 0) || found && v != -i {
				t.Errorf("%d: %d %v %v", i, v, found, err)
			}
		})
	}
	asked.Wait()
	close(gate)
	answered.Wait()
	if n := questions.Load(); n < 1 || n >= 100 {
		t.Errorf("%d questions for 100", n)
	}
	if v, found, err := l.Get(context.Background(), 200); v != -200 || !found || err != nil {
		t.Errorf("afterwards: %d %v %v", v, found, err)
	}
}

// Questions that gather wait for those who come a moment later.
func TestGather(t *testing.T) {
	t.Parallel()
	var questions atomic.Int64
	l := New(func(_ context.Context, keys []int) (map[int]int, error) {
		questions.Add(1)
		return map[int]int{keys[0]: len(keys)}, nil
	}).Gather(300 * time.Millisecond)
	var answered sync.WaitGroup
	for i := range 50 {
		answered.Go(func() {
			if _, _, err := l.Get(context.Background(), i); err != nil {
				t.Error(err)
			}
		})
	}
	answered.Wait()
	if n := questions.Load(); n > 2 { // the second is for those who came while many waited already
		t.Errorf("%d questions for 50", n)
	}
}

func TestFailureReachesAllWhoAsked(t *testing.T) {
	t.Parallel()
	down := errors.New("down")
	l := New(func(context.Context, []string) (map[string]int, error) { return nil, down })
	if _, found, err := l.Get(context.Background(), "a"); found || !errors.Is(err, down) {
		t.Errorf("%v %v", found, err)
	}
}

func TestWhoGivesUpDoesNotWait(t *testing.T) {
	t.Parallel()
	gate := make(chan struct{})
	defer close(gate)
	l := New(func(ctx context.Context, _ []string) (map[string]int, error) {
		<-gate
		return nil, ctx.Err()
	})
	ctx, stop := context.WithCancel(context.Background())
	stop()
	if _, _, err := l.Get(ctx, "a"); !errors.Is(err, context.Canceled) {
		t.Errorf("%v", err)
	}
}
