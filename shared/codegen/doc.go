// Command codegen reads the contracts of the domains, which are Go interfaces
// with directives and structs with tags, and writes what follows from them:
//
//   - check.gen.go, Check methods for what people send,
//   - client.gen.go, a client over api.Caller,
//   - routes.gen.go, in the server's package of the domain,
//   - access.gen.go and openapi.gen.json, of all domains together.
//
// A contract is an interface named API with its address, and methods with a
// verb, a path, a role and options:
//
//	//api:base /api/places
//	type API interface {
//		//api:get /{id} anyone cache=60
//		Get(ctx context.Context, id ID) (Detail, error)
//	}
//
// The options are cache=SECONDS for public answers, once for operations that
// take an idempotency key (once=own when the service keeps the keys beside what
// they made, and finds one by api.Key), and limit=SIZE for bodies beyond 64 KiB. Fields
// stand in the path, the query, the body or a file of the form by their tags
// path, query, json and file; rules stand in the tag check, see rules.go.
//
// With -check it writes nothing, names the files that are stale and fails.
package main

//go:generate go run rumah/shared/codegen
