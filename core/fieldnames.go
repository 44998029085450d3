package core

// FieldNames lists fields by their names in the file format.
type FieldNames []string

// NamesOf gives the names of fields, each once, in their order.
func NamesOf(values []FieldValue) FieldNames {
	var out FieldNames
	for _, v := range values {
		if !contains(out, v.Field) {
			out = append(out, v.Field)
		}
	}
	return out
}
