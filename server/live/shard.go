package live

import "sync"

// shard delivers to its part of the sockets. Its one goroutine owns who is a
// member of what, so a socket that joins between two frames gets the second
// and not the first, without a lock that anybody waits for.
type shard struct {
	mu   sync.Mutex
	cond *sync.Cond
	jobs []job
	shut bool

	members map[*topic][]*socket // of the goroutine alone
}

// job is one thing to do, in the order it was put.
type job struct {
	do      do
	topic   *topic
	socket  *socket
	packets []packet
}

type do uint8

const (
	deliver do = iota // packets to all members
	join              // packets to one socket, which is a member from here on
	leave             // one socket leaves a topic
	gone              // one socket leaves all of them
)

// membership is where a socket stands among the members of a topic.
type membership struct {
	topic *topic
	at    int
}

func newShard() *shard {
	s := &shard{members: map[*topic][]*socket{}}
	s.cond = sync.NewCond(&s.mu)
	return s
}

// put never waits.
func (s *shard) put(j job) {
	s.mu.Lock()
	s.jobs = append(s.jobs, j)
	s.mu.Unlock()
	s.cond.Signal()
}

// run works until stop.
func (s *shard) run() {
	var batch []job
	for {
		s.mu.Lock()
		for len(s.jobs) == 0 && !s.shut {
			s.cond.Wait()
		}
		if s.shut && len(s.jobs) == 0 {
			s.mu.Unlock()
			return
		}
		batch, s.jobs = s.jobs, batch[:0]
		s.mu.Unlock()
		for i := range batch {
			s.work(batch[i])
		}
		clear(batch)
	}
}

func (s *shard) stop() {
	s.mu.Lock()
	s.shut = true
	s.mu.Unlock()
	s.cond.Signal()
}

func (s *shard) work(j job) {
	switch j.do {
	case deliver:
		for _, to := range s.members[j.topic] {
			to.wire.send(j.packets...)
		}
	case join:
		j.socket.wire.send(j.packets...)
		s.join(j.socket, j.topic)
	case leave:
		s.leave(j.socket, j.topic)
	case gone:
		for len(j.socket.member) > 0 {
			s.leave(j.socket, j.socket.member[0].topic)
		}
		j.socket.left = true
	}
}

func (s *shard) join(k *socket, t *topic) {
	if k.left || k.where(t) >= 0 {
		return
	}
	k.member = append(k.member, membership{t, len(s.members[t])})
	s.members[t] = append(s.members[t], k)
}

func (s *shard) leave(k *socket, t *topic) {
	i := k.where(t)
	if i < 0 {
		return
	}
	all, at := s.members[t], k.member[i].at
	last := all[len(all)-1]
	all[at], all[len(all)-1] = last, nil
	last.member[last.where(t)].at = at
	if s.members[t] = all[:len(all)-1]; len(all) == 1 {
		delete(s.members, t)
	}
	k.member[i] = k.member[len(k.member)-1]
	k.member = k.member[:len(k.member)-1]
}

// where is the membership in t; -1 for none.
func (k *socket) where(t *topic) int {
	for i := range k.member {
		if k.member[i].topic == t {
			return i
		}
	}
	return -1
}
