package contacts

import (
	"context"
	"regexp"
	"slices"
	"strings"

	"mentorbook/core"
	"mentorbook/core/table"
)

// sheet is a table of people with what its columns hold.
type sheet struct {
	*reader
	table  *table.Table
	keys   []string
	roles  []role
	labels []int // where the label of a column stands; -1: nowhere
	dates  map[int]table.Dates
	source string
}

// table reads a file of CSV.
func (r *reader) table(ctx context.Context, text, encoding string) (*core.ContactBatch, error) {
	known := headingRoles()
	isKnown := func(key string) bool { return roleOf(known, key) != roleNone }
	t, err := table.Parse(ctx, text, encoding, isKnown)
	if err != nil {
		return nil, err
	}
	s, err := r.sheet(t, known)
	if err != nil {
		return nil, err
	}
	batch := &core.ContactBatch{Source: s.source, Rejected: t.Rejected}
	for i, row := range t.Rows {
		if i%1000 == 0 && ctx.Err() != nil {
			return nil, core.Wrap(core.CodeCancelled, ctx.Err())
		}
		entry, rejected := s.row(row)
		if rejected != nil {
			batch.Rejected = append(batch.Rejected, *rejected)
			continue
		}
		batch.Entries = append(batch.Entries, *entry)
	}
	slices.SortStableFunc(batch.Rejected, func(a, b core.Rejected) int { return a.Line - b.Line })
	return batch, nil
}

// sheet finds out what the columns of a table hold. A table that names nobody is refused, and one with two
// columns of which only one can be meant.
func (r *reader) sheet(t *table.Table, known map[string]role) (*sheet, error) {
	s := &sheet{reader: r, table: t, dates: map[int]table.Dates{}}
	for i, h := range t.Headings {
		key := keyOf(h)
		role := roleOf(known, key)
		if first := slices.Index(s.keys, key); first >= 0 && !role.many() {
			return nil, core.Fail(core.CodeDuplicate, "kind", table.KindHeading,
				"value", core.Excerpt(h), "heading", core.Excerpt(h), "line", t.Line)
		}
		s.keys, s.roles = append(s.keys, key), append(s.roles, role)
		if role == roleBirthday {
			s.dates[i] = table.LearnDates(t, i)
		}
	}
	s.source = sheetSource(func(h string) bool { return slices.Contains(s.keys, keyOf(h)) })
	s.settle()
	if !slices.ContainsFunc(s.roles, func(r role) bool {
		return r == roleName || r == roleFullName || r == roleGiven || r == roleFamily || r == roleEmail
	}) {
		return nil, core.Fail(core.CodeNotImport, "kind", KindFile, "found", core.Excerpt(strings.Join(t.Headings, ", ")), "line", t.Line)
	}
	for i, key := range s.keys {
		s.labels = append(s.labels, -1)
		if g := numberedValue.FindStringSubmatch(key); g != nil {
			s.labels[i] = slices.IndexFunc(s.keys, func(k string) bool {
				l := numberedLabel.FindStringSubmatch(k)
				return l != nil && l[1] == g[1] && l[2] == g[2]
			})
		}
	}
	return s, nil
}

// settle decides what depends on the other columns: "Имя" is the whole name where no column has the family
// name, and "Title" is what people are, but a form of address in Outlook.
func (s *sheet) settle() {
	for i, key := range s.keys {
		switch {
		case key == table.Key("Имя") && !slices.Contains(s.roles, roleFamily):
			s.roles[i] = roleName
		case (key == "title" || key == "назначение") && s.source == "csv" && !slices.Contains(s.roles, roleJob):
			s.roles[i] = roleJob
		case s.roles[i] == roleOwn && s.source != "mentorbook":
			s.roles[i] = roleNone
		}
	}
}

// row makes a person of a row.
func (s *sheet) row(row table.Row) (*core.ContactEntry, *core.Rejected) {
	d := &draft{words: s.words, line: row.Line, exact: s.source == "mentorbook"}
	for i, cell := range row.Cells {
		if strings.TrimSpace(cell) == "" && !d.exact {
			continue
		}
		s.cell(d, row, i, cell)
	}
	s.addresses(d, row)
	if d.exact {
		s.own(d, row)
	}
	return d.finish(s.origin)
}

// cell reads one cell by the role of its column.
func (s *sheet) cell(d *draft, row table.Row, i int, cell string) {
	p := &d.person
	heading := s.table.Headings[i]
	switch r := s.roles[i]; r {
	case roleName:
		d.set(&p.Name, cell, heading)
	case roleFullName:
		d.fullName(cell, heading)
	case roleGiven:
		d.set(&p.GivenName, cell, heading)
	case roleMiddle:
		d.set(&p.MiddleName, cell, heading)
	case roleFamily:
		d.set(&p.FamilyName, cell, heading)
	case roleCompany:
		d.set(&p.Organisation, cell, heading)
	case roleJob:
		d.set(&p.JobTitle, cell, heading)
	case roleAddress:
		d.set(&p.Address, cell, heading)
	case roleOrigin:
		d.set(&p.Origin, cell, heading)
	case roleBirthday:
		s.birthday(d, i, cell)
	case roleZone:
		d.zone(cell)
	case roleLanguage:
		d.language(cell)
	case rolePronoun:
		d.pronoun(cell)
	case roleNotes:
		d.text(cell)
	case roleLabels:
		d.categories(strings.FieldsFunc(strings.ReplaceAll(cell, ":::", "\n"), func(r rune) bool { return r == '\n' || r == ';' }))
	case rolePhoto:
		d.drop(d.label("binary.photo"))
	case roleEmail, rolePhone, roleLink, roleValue:
		s.several(d, row, i, cell)
	case rolePrefix:
		if !strings.Contains(p.Name, strings.TrimSpace(cell)) {
			d.note(heading, cell)
		}
	case roleNone:
		if g := addressWhole.FindStringSubmatch(s.keys[i]); g != nil {
			d.note(d.label("address")+" "+g[1], strings.ReplaceAll(strings.TrimSpace(cell), "\n", ", "))
			return
		}
		if !isDefault(strings.TrimSpace(cell)) && !addressPart.MatchString(s.keys[i]) {
			d.note(heading, cell)
		}
	}
}

// several reads a cell that may hold several addresses or numbers: Google puts ::: between them.
func (s *sheet) several(d *draft, row table.Row, i int, cell string) {
	values := strings.Split(cell, "\n")
	if !d.exact {
		values = strings.Split(strings.ReplaceAll(cell, ":::", "\n"), "\n")
	}
	label := ""
	if s.labels[i] >= 0 && !d.exact {
		label = core.CleanLine(strings.TrimPrefix(row.Cell(s.labels[i]), "*")) // Google's mark of the first
	}
	for _, v := range values {
		if s.roles[i] == rolePhone && isFax(label) {
			d.note(label, v)
			continue
		}
		switch s.roles[i] {
		case roleEmail:
			d.email(v)
		case rolePhone:
			d.phone(v)
		case roleLink:
			d.link(v)
		case roleValue:
			if label == "" {
				label = s.table.Headings[i]
			}
			d.note(label, v)
			continue
		}
		if !isUsualLabel(label) {
			d.note(label, v)
		}
	}
}

func isFax(label string) bool {
	l := strings.ToLower(label)
	return strings.Contains(l, "fax") || strings.Contains(l, "pager") || strings.Contains(l, "факс") || strings.Contains(l, "пейджер")
}

// birthday takes a date that can be read in one way only. Where the day and the month may stand either way, a
// wrong birthday would be worse than one in the notes.
func (s *sheet) birthday(d *draft, column int, cell string) {
	text := core.CleanLine(cell)
	if isDefault(text) {
		return
	}
	date, guessed, err := s.dates[column].Parse(text)
	switch {
	case fullDate.MatchString(text) || yearless.MatchString(text):
		d.birthday(text, "")
	case err != nil:
		d.reject(noBirthday(text, err), d.label("birthday"), text)
	case guessed:
		d.reject(core.FailField(core.CodeBadDate, "birthday", "kind", KindEitherWay, "value", core.Excerpt(text)), d.label("birthday"), text)
	default:
		d.birthday(date.String(), "")
	}
}

// noBirthday says why a text is no day to be born on, as exactly as whoever read it does.
func noBirthday(text string, err error) *core.Error {
	args := []any{"value", core.Excerpt(text)}
	for _, e := range core.Problems(err) {
		for _, name := range []string{"month", "max", "no_month"} {
			if v := e.Args[name]; v != nil {
				args = append(args, name, v)
			}
		}
	}
	return core.FailField(core.CodeBadDate, "birthday", args...)
}

// fullName reads «Фамилия Имя Отчество».
func (d *draft) fullName(cell, heading string) {
	words := strings.Fields(d.clean(cell))
	if len(words) < 2 || len(words) > 3 {
		d.set(&d.person.Name, cell, heading)
		return
	}
	d.set(&d.person.FamilyName, words[0], heading)
	d.set(&d.person.GivenName, words[1], heading)
	d.set(&d.person.MiddleName, part(words, 2), heading)
}

var trailingNumber = regexp.MustCompile(`\d+`)

// addresses notes postal addresses, each as one line: as the file has it put together, else from its parts.
func (s *sheet) addresses(d *draft, row table.Row) {
	var order []string
	parts := map[string][]string{}
	for i, cell := range row.Cells {
		g := addressPart.FindStringSubmatch(s.keys[i])
		if g == nil || strings.TrimSpace(cell) == "" {
			continue
		}
		if j := slices.Index(s.keys, g[1]+"formatted"); j >= 0 && strings.TrimSpace(row.Cell(j)) != "" {
			continue // noted already, under its own heading
		}
		if !slices.Contains(order, g[1]) {
			order = append(order, g[1])
		}
		parts[g[1]] = append(parts[g[1]], core.CleanLine(cell))
	}
	for _, key := range order {
		d.note(d.label("address")+" "+trailingNumber.FindString(key), strings.Join(parts[key], ", "))
	}
}

// own reads the columns that only this program writes.
func (s *sheet) own(d *draft, row table.Row) {
	get := func(heading string) string { return row.Cell(slices.Index(s.keys, table.Key(heading))) }
	d.set(&d.person.Name, get(ownName), ownName)
	if q := get(ownQuiet); q != "" {
		d.quiet(q)
	}
	if get(ownConsent)+get(ownConsentDate)+get(ownConsentWords) != "" {
		d.consent(get(ownConsent), get(ownConsentDate), get(ownConsentWords))
	}
	d.person.Archived = get(ownArchived) == yes
}
