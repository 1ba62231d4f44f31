package queue

import (
	"context"

	"github.com/uptrace/bun"
	"github.com/uptrace/bun/dialect/pgdialect"
	"github.com/uptrace/bun/schema"

	"rumah/server/api"
	"rumah/shared/access"
	"rumah/shared/fault"
)

// served is where somebody serves at a counter: everywhere, at the places of
// some agencies and those below them, or at some places.
type served struct {
	all              bool
	agencies, places []string
}

// servedBy is where the maker of a request serves.
func servedBy(ctx context.Context) served {
	at := served{agencies: []string{}, places: []string{}}
	who := api.Actor(ctx)
	if !who.May(access.Counter) {
		return at
	}
	for _, g := range who.Grants {
		switch {
		case g.Role != access.Counter:
		case g.Place != "":
			at.places = append(at.places, g.Place)
		case g.Agency != "":
			at.agencies = append(at.agencies, g.Agency)
		default:
			at.all = true
		}
	}
	return at
}

// within is the condition that a place is among them.
func (at served) within() schema.QueryAppender {
	return bun.SafeQuery(`(? OR p.id = ANY(?) OR p.agency_id IN (SELECT agencies_below(?::text[])))`, at.all, pgdialect.Array(at.places), pgdialect.Array(at.agencies))
}

// deskDay is a queue-day that the maker of a request serves. Fault: unknown,
// also for one of another place.
func (s *Service) deskDay(ctx context.Context, id string) (lineRow, error) {
	row, err := s.findDay(ctx, "", id)
	if err != nil {
		return row, err
	}
	var serves bool
	err = s.db.NewRaw(`SELECT EXISTS (SELECT FROM places p WHERE p.id = ? AND ?)`, row.PlaceID, servedBy(ctx).within()).Scan(ctx, &serves)
	if err == nil && !serves {
		err = fault.New(fault.Unknown, "unknown")
	}
	return row, err
}
