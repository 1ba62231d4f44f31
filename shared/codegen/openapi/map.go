package openapi

import (
	"bytes"
	"encoding/json"
	"fmt"
	"iter"
)

// Map is a JSON object that keeps its order: that of the contract, which is
// the order people read in.
type Map[V any] struct {
	keys   []string
	values map[string]V
}

// Set adds a member at the end, or replaces one where it is.
func (m *Map[V]) Set(key string, value V) {
	if m.values == nil {
		m.values = map[string]V{}
	}
	if _, ok := m.values[key]; !ok {
		m.keys = append(m.keys, key)
	}
	m.values[key] = value
}

// Get is the member of a name.
func (m Map[V]) Get(key string) (V, bool) {
	value, ok := m.values[key]
	return value, ok
}

// Len is how many members there are.
func (m Map[V]) Len() int { return len(m.keys) }

// IsZero reports whether there are none.
func (m Map[V]) IsZero() bool { return len(m.keys) == 0 }

// Without is a copy that lacks one member.
func (m Map[V]) Without(key string) Map[V] {
	var rest Map[V]
	for k, v := range m.All() {
		if k != key {
			rest.Set(k, v)
		}
	}
	return rest
}

// All are the members in order.
func (m Map[V]) All() iter.Seq2[string, V] {
	return func(yield func(string, V) bool) {
		for _, key := range m.keys {
			if !yield(key, m.values[key]) {
				return
			}
		}
	}
}

// MarshalJSON writes the members in order.
func (m Map[V]) MarshalJSON() ([]byte, error) {
	var b bytes.Buffer
	b.WriteByte('{')
	for i, key := range m.keys {
		if i > 0 {
			b.WriteByte(',')
		}
		name, err := json.Marshal(key)
		if err != nil {
			return nil, err
		}
		value, err := json.Marshal(m.values[key])
		if err != nil {
			return nil, fmt.Errorf("%s: %w", key, err)
		}
		b.Write(name)
		b.WriteByte(':')
		b.Write(value)
	}
	b.WriteByte('}')
	return b.Bytes(), nil
}

// UnmarshalJSON reads the members in order.
func (m *Map[V]) UnmarshalJSON(data []byte) error {
	*m = Map[V]{}
	decoder := json.NewDecoder(bytes.NewReader(data))
	if token, err := decoder.Token(); err != nil || token != json.Delim('{') {
		return fmt.Errorf("no object but %.20q: %w", data, err)
	}
	for decoder.More() {
		token, err := decoder.Token()
		if err != nil {
			return err
		}
		var value V
		if err := decoder.Decode(&value); err != nil {
			return fmt.Errorf("%v: %w", token, err)
		}
		m.Set(fmt.Sprint(token), value)
	}
	return nil
}

// Types are the types a value may have; one is written as a plain string.
type Types []string

// MarshalJSON writes one type as a string, more as a list.
func (t Types) MarshalJSON() ([]byte, error) {
	if len(t) == 1 {
		return json.Marshal(t[0])
	}
	return json.Marshal([]string(t))
}

// UnmarshalJSON reads both forms.
func (t *Types) UnmarshalJSON(data []byte) error {
	var one string
	if json.Unmarshal(data, &one) == nil {
		*t = Types{one}
		return nil
	}
	return json.Unmarshal(data, (*[]string)(t))
}
