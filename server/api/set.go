package api

import (
	"reflect"
	"strconv"
	"time"
)

// set writes texts of a path or a query into a value and returns the key of
// what is wrong, "" for nothing. A list takes each of them.
func set(to any, texts []string) string {
	v := reflect.ValueOf(to).Elem()
	if v.Kind() == reflect.Slice {
		list := reflect.MakeSlice(v.Type(), len(texts), len(texts))
		for i, text := range texts {
			if key := one(list.Index(i), text); key != "" {
				return key
			}
		}
		v.Set(list)
		return ""
	}
	if len(texts) > 1 {
		return "choice" // said twice
	}
	return one(v, texts[0])
}

var timeType = reflect.TypeFor[time.Time]()

func one(v reflect.Value, text string) string {
	if v.Kind() == reflect.Pointer {
		v.Set(reflect.New(v.Type().Elem()))
		return one(v.Elem(), text)
	}
	if v.Type() == timeType {
		return moment(v, text)
	}
	bits := 0
	switch v.Kind() {
	case reflect.Int, reflect.Int8, reflect.Int16, reflect.Int32, reflect.Int64, reflect.Uint, reflect.Uint8, reflect.Uint16, reflect.Uint32, reflect.Uint64, reflect.Float32, reflect.Float64:
		bits = v.Type().Bits()
	}
	switch {
	case v.CanInt():
		n, err := strconv.ParseInt(text, 10, bits)
		if err != nil {
			return "number"
		}
		v.SetInt(n)
	case v.CanUint():
		n, err := strconv.ParseUint(text, 10, bits)
		if err != nil {
			return "number"
		}
		v.SetUint(n)
	case v.CanFloat():
		n, err := strconv.ParseFloat(text, bits)
		if err != nil || n != n || n > 1e300 || n < -1e300 {
			return "number"
		}
		v.SetFloat(n)
	case v.Kind() == reflect.Bool:
		on, err := strconv.ParseBool(text)
		if err != nil {
			return "boolean"
		}
		v.SetBool(on)
	default:
		v.SetString(text)
	}
	return ""
}

// moment takes a moment or a day.
func moment(v reflect.Value, text string) string {
	for _, layout := range []string{time.RFC3339Nano, time.DateOnly} {
		if t, err := time.Parse(layout, text); err == nil {
			v.Set(reflect.ValueOf(t))
			return ""
		}
	}
	return "date"
}
