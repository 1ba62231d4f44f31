package flow

import goapp "github.com/maxence-charriere/go-app/v10/pkg/app"

// memory holds the last answers of this visit, so that going back shows at
// once what was there. It is used by one goroutine, the one that renders on
// the phone; a server, which renders for many people at once, keeps nothing.
var memory = struct {
	values map[string]any
	order  []string
}{values: map[string]any{}}

// memorySize is enough for a walk through the app and back.
const memorySize = 40

func remember(key string, value any) {
	if goapp.IsServer {
		return
	}
	if _, known := memory.values[key]; !known {
		memory.order = append(memory.order, key)
		if len(memory.order) > memorySize {
			delete(memory.values, memory.order[0])
			memory.order = memory.order[1:]
		}
	}
	memory.values[key] = value
}

// recall is what was remembered; nil for nothing.
func recall(key string) any { return memory.values[key] }

// Forget drops everything that was seen, when another person may come after
// this one.
func Forget() { memory.values, memory.order = map[string]any{}, nil }
