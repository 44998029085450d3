package contacts

import (
	"errors"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"mentorbook/core"
	"mentorbook/core/locale"
)

// draft is a person in the making. What has no place in it goes into the notes, under its name.
type draft struct {
	words  *locale.Words
	line   int
	exact  bool // written by this program: every letter counts
	person core.Person

	texts   []string // what the file calls notes
	lines   []string // fields that went into the notes
	remarks []string
	dropped []string
	unfit   []error
	long    string // a name that is too long to be one
	unnamed bool   // there is no name: they are called by what else is known of them
}

// clean makes a tidy line of a value. Letters that were written as letter and accent become one, so that a name
// equals the same name from elsewhere.
func (d *draft) clean(s string) string {
	if d.exact && utf8.ValidString(s) && !strings.ContainsFunc(s, unicode.IsControl) && core.KeepsDirection(s) {
		return s
	}
	s = core.CleanLine(norm.NFC.String(s))
	if strings.Trim(s, " \u00AD\u200B\u200C\u200D\u200E\u200F\u2060\uFEFF") == "" {
		return "" // signs that nobody sees say nothing
	}
	return s
}

// keptText gives a text of several lines as it is, where that is fit to be kept, and cleaned where not.
func keptText(s string) string {
	bad := func(r rune) bool { return unicode.IsControl(r) && r != '\n' && r != '\t' }
	if utf8.ValidString(s) && !strings.ContainsFunc(s, bad) {
		return s
	}
	return core.CleanText(s)
}

func (d *draft) label(key string) string { return d.words.T("contact." + key) }

// note puts a value that has no place of its own into the notes, and remembers its name.
func (d *draft) note(label, value string) {
	if label = d.write(label, value); label != "" && len(d.remarks) < core.MaxItems && !slices.Contains(d.remarks, label) {
		d.remarks = append(d.remarks, label)
	}
}

// write puts a value into the notes, and gives the label under which it stands there; "" where there is none.
func (d *draft) write(label, value string) string {
	value = strings.TrimSpace(core.CleanText(value))
	label = core.CleanLine(label)
	if value == "" {
		return ""
	}
	if label == "" {
		label = d.label("other")
	}
	if line := label + ": " + value; !slices.Contains(d.lines, line) {
		d.lines = append(d.lines, line)
	}
	return label
}

func (d *draft) text(s string) {
	if d.exact {
		s = keptText(s)
	} else {
		s = strings.TrimSpace(core.CleanText(s))
	}
	if s != "" && !slices.Contains(d.texts, s) {
		d.texts = append(d.texts, s)
	}
}

func (d *draft) drop(label string) {
	if !slices.Contains(d.dropped, label) {
		d.dropped = append(d.dropped, label)
	}
}

// set fills a field. What is too long for it, or comes second, goes into the notes.
func (d *draft) set(dst *string, value, label string) {
	value = d.clean(value)
	switch {
	case value == "" || value == *dst:
	case utf8.RuneCountInString(value) > core.MaxName:
		field := d.fieldOf(dst)
		if field == "name" || field == "given_name" || field == "family_name" {
			d.long = join(d.long, value)
		}
		d.reject(core.FailField(core.CodeTooLong, field, "max", core.MaxName), label, value)
	case *dst != "":
		d.note(label, value)
	default:
		*dst = value
	}
}

func join(a, b string) string { return strings.TrimSpace(a + " " + b) }

// fieldOf names a field of the person.
func (d *draft) fieldOf(dst *string) string {
	p := &d.person
	return map[*string]string{
		&p.Name: "name", &p.GivenName: "given_name", &p.MiddleName: "middle_name", &p.FamilyName: "family_name", &p.Address: "address_as",
		&p.Organisation: "organisation", &p.JobTitle: "job_title", &p.Origin: "origin",
	}[dst]
}

// reject notes a value that its field can't hold, and says why.
func (d *draft) reject(why *core.Error, label, value string) {
	d.write(label, value)
	if len(d.unfit) < maxUnfit {
		d.unfit = append(d.unfit, withLine(why, d.line))
	}
}

// maxUnfit bounds what is said of one person.
const maxUnfit = 20

func (d *draft) email(value string) {
	s := d.clean(value)
	if !d.exact {
		s = strings.TrimPrefix(s, "mailto:")
	}
	switch {
	case s == "":
	case !core.ValidEmail(s):
		d.reject(core.FailField(core.CodeBadEmail, "email", "value", core.Excerpt(s)), d.label("email"), s)
	case len(d.person.Emails) >= core.MaxItems:
		d.note(d.label("email"), s)
	case !d.person.HasEmail(s):
		d.person.Emails = append(d.person.Emails, s)
	}
}

func (d *draft) phone(value string) {
	s := d.clean(value)
	if !d.exact {
		s = strings.TrimPrefix(s, "tel:")
	}
	switch {
	case s == "":
	case utf8.RuneCountInString(s) > core.MaxName || len(d.person.Phones) >= core.MaxItems:
		d.note(d.label("phone"), s)
	case d.exact || !slices.Contains(d.person.Phones, s):
		d.person.Phones = append(d.person.Phones, s)
	}
}

func (d *draft) link(value string) { d.linkOr(value, d.label("link")) }

// linkOr takes a link, or notes under a label what is none. An address without its scheme gets one.
func (d *draft) linkOr(value, label string) {
	s := d.clean(value)
	if !d.exact && !core.ValidLink(s) && looksLikeSite(s) {
		s = "https://" + s
	}
	switch {
	case s == "":
	case !core.ValidLink(s) || len(d.person.Links) >= core.MaxItems:
		d.note(label, s)
	case d.exact || !slices.Contains(d.person.Links, s):
		d.person.Links = append(d.person.Links, s)
	}
}

func looksLikeSite(s string) bool {
	host, _, _ := strings.Cut(s, "/")
	dot := strings.LastIndexByte(host, '.')
	return dot > 0 && len(host)-dot > 2 && !strings.ContainsAny(host, " @:\\") &&
		!strings.ContainsFunc(host[dot+1:], func(r rune) bool { return !unicode.IsLetter(r) })
}

// zone takes a zone's name, or that of a city that goes by one zone alone. An offset is no zone: it does not say when
// clocks change.
func (d *draft) zone(value string) {
	s := d.clean(value)
	if s == "" {
		return
	}
	z, err := core.ParseZone(s)
	if city, ok := d.words.ZoneOf(s); err != nil && ok {
		z, err = city, nil
	}
	switch {
	case err != nil:
		d.reject(core.FailField(core.CodeBadZone, "zone", "value", core.Excerpt(s)), d.label("zone"), s)
	case d.person.Zone == "" || d.person.Zone == z:
		d.person.Zone = z
	default:
		d.note(d.label("zone"), s)
	}
}

func (d *draft) language(value string) {
	s := d.clean(value)
	if s == "" {
		return
	}
	primary, _, _ := strings.Cut(strings.ToLower(strings.ReplaceAll(s, "_", "-")), "-")
	for _, known := range []struct {
		language core.Language
		names    string
	}{
		{core.English, " en eng english английский "},
		{core.Russian, " ru rus russian русский "},
	} {
		if strings.Contains(known.names, " "+primary+" ") && (d.person.Language == "" || d.person.Language == known.language) {
			d.person.Language = known.language
			return
		}
	}
	d.note(d.label("language"), s)
}

// pronoun reads "she/her" and the like (RFC 9554 3.4).
func (d *draft) pronoun(value string) {
	s := strings.ToLower(d.clean(value))
	first, _, _ := strings.Cut(s, "/")
	switch strings.TrimSpace(first) {
	case "":
	case "she", "her", "она":
		d.person.Pronoun = core.PronounShe
	case "he", "him", "он":
		d.person.Pronoun = core.PronounHe
	case "they", "them", "они":
		d.person.Pronoun = core.PronounThey
	default:
		d.note(d.label("pronoun"), value)
	}
}

// finish gives the person, or says why there is none. Whoever has no name is called by what is known of them.
func (d *draft) finish(origin string) (*core.ContactEntry, *core.Rejected) {
	p := &d.person
	d.name()
	if p.Origin == "" && !d.exact {
		p.Origin = origin
	}
	notes := d.notes()
	var err error
	switch {
	case strings.TrimSpace(p.Name) == "":
		err = errors.Join(append([]error{core.FailField(core.CodeRequired, "name", "kind", KindNoOne)}, d.unfit...)...)
	case utf8.RuneCountInString(notes) > core.MaxText:
		err = core.FailField(core.CodeTooLong, "notes", "max", core.MaxText)
	default:
		err = p.Validate()
	}
	if err != nil {
		return nil, &core.Rejected{Line: d.line, Name: core.Excerpt(p.Name), Err: withLine(err, d.line)}
	}
	return &core.ContactEntry{Line: d.line, Person: *p, Notes: notes, Remarks: d.remarks, Dropped: d.dropped, Unfit: d.unfit, Unnamed: d.unnamed}, nil
}

func (d *draft) name() {
	p := &d.person
	if p.Name == "" {
		d.set(&p.Name, strings.TrimSpace(p.GivenName+" "+p.FamilyName), d.label("name"))
	}
	if p.Name == "" && d.long != "" {
		p.Name = strings.TrimSpace(string([]rune(d.long)[:core.MaxName-1])) + "…"
	}
	if p.Name != "" {
		return
	}
	for _, s := range []string{p.MiddleName, p.Address, p.Email(), p.Organisation, d.callable()} {
		if p.Name == "" && utf8.RuneCountInString(s) <= core.MaxName {
			p.Name = s
			d.unnamed = s != ""
		}
	}
}

// callable gives a number under which somebody can be called; "" for fewer figures than any telephone has.
func (d *draft) callable() string {
	for _, s := range d.person.Phones {
		figures := 0
		for _, r := range s {
			if unicode.IsDigit(r) {
				figures++
			}
		}
		if figures >= 3 {
			return s
		}
	}
	return ""
}

func (d *draft) notes() string {
	notes := strings.Join(d.texts, "\n\n")
	if len(d.lines) == 0 {
		return notes
	}
	if notes != "" {
		notes += "\n\n"
	}
	return notes + strings.Join(d.lines, "\n")
}

// withLine adds the line to each problem of a record.
func withLine(err error, line int) error {
	var out []error
	for _, e := range core.Problems(err) {
		args := []any{"line", line}
		for k, v := range e.Args {
			args = append(args, k, v)
		}
		out = append(out, core.FailField(e.Code, e.Field, args...))
	}
	if len(out) == 1 {
		return out[0]
	}
	return errors.Join(out...)
}
