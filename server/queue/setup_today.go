package queue

import "rumah/shared/calendar"

// today is the day it is on the regency's clock.
func (s *Service) today() calendar.Date { return calendar.DateOf(s.now().In(s.loc)) }
