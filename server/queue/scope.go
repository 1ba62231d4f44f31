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

// reach is where somebody serves at a counter: everywhere, at the places of
// some agencies and those below them, or at some places.
type reach struct {
	all              bool
	agencies, places []string
}

// reachOf is where the maker of a request serves.
func reachOf(ctx context.Context) reach {
	r := reach{agencies: []string{}, places: []string{}}
	who := api.Actor(ctx)
	if !who.May(access.Counter) {
		return r
	}
	for _, g := range who.Grants {
		switch {
		case g.Role != access.Counter:
		case g.Place != "":
			r.places = append(r.places, g.Place)
		case g.Agency != "":
			r.agencies = append(r.agencies, g.Agency)
		default:
			r.all = true
		}
	}
	return r
}

// within is the condition that a place is within reach.
func (r reach) within() schema.QueryAppender {
	return bun.SafeQuery(`(? OR p.id = ANY(?) OR p.agency_id IN (SELECT agencies_below(?::text[])))`, r.all, pgdialect.Array(r.places), pgdialect.Array(r.agencies))
}

// deskDay is a queue-day that the maker of a request serves. Fault: unknown,
// also for one of another place.
func (s *Service) deskDay(ctx context.Context, id string) (lineRow, error) {
	row, err := s.findDay(ctx, "", id)
	if err != nil {
		return row, err
	}
	var serves bool
	err = s.db.NewRaw(`SELECT EXISTS (SELECT FROM places p WHERE p.id = ? AND ?)`, row.PlaceID, reachOf(ctx).within()).Scan(ctx, &serves)
	if err == nil && !serves {
		err = fault.New(fault.Unknown, "unknown")
	}
	return row, err
}
