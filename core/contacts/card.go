package contacts

import (
	"context"
	"slices"
	"strings"

	"github.com/emersion/go-vcard"

	"mentorbook/core"
	"mentorbook/core/locale"
)

// cards reads a file of vCards.
func (r *reader) cards(ctx context.Context, data []byte, encoding string) (*core.ContactBatch, error) {
	if encoding != "" { // decoded already
		data = []byte(strings.ToValidUTF8(string(data), "\uFFFD"))
	}
	s := newScanner(data)
	batch := &core.ContactBatch{}
	for n := 0; ; n++ {
		if ctx.Err() != nil {
			return nil, core.Wrap(core.CodeCancelled, ctx.Err())
		}
		c, ok := s.next()
		if !ok {
			break
		}
		if n >= MaxCards {
			return nil, core.Fail(core.CodeTooMany, "kind", KindCards, "max", MaxCards)
		}
		entry, rejected, source := r.card(c)
		if entry != nil {
			batch.Entries = append(batch.Entries, *entry)
		} else {
			batch.Rejected = append(batch.Rejected, *rejected)
		}
		if batch.Source == "" || batch.Source == "vcard" {
			batch.Source = source
		}
	}
	if s.stray > 0 {
		batch.Rejected = append(batch.Rejected, core.Rejected{
			Line: s.stray, Err: core.Fail(core.CodeBadRow, "kind", KindStray, "line", s.stray),
		})
		slices.SortStableFunc(batch.Rejected, func(a, b core.Rejected) int { return a.Line - b.Line })
	}
	return batch, nil
}

// card makes a person of a card, or says why not, and which program wrote it.
func (r *reader) card(c *card) (*core.ContactEntry, *core.Rejected, string) {
	fields, unread := parseFields(c)
	k := cardReader{draft: draft{words: r.words, line: c.line}, fields: fields, groups: map[string]string{}}
	for i := range fields {
		switch f := &fields[i]; f.name {
		case "VERSION":
			k.old = strings.TrimSpace(f.value) == "2.1"
		case "X-ABLABEL":
			k.groups[f.group] = plainLabel(unescape(f.value, false))
		}
	}
	source := sourceOf(fields)
	k.exact = source == "mentorbook"
	var err error
	switch {
	case c.cut:
		err = core.Fail(core.CodeBadRow, "kind", KindCut)
	case c.crowded:
		err = core.Fail(core.CodeTooMany, "max", MaxProperties)
	case c.long > 0:
		err = core.Fail(core.CodeTooLong, "max", MaxLine)
	case k.isGroup():
		err = core.Fail(core.CodeNotImport, "kind", KindGroup)
	}
	if err != nil {
		return nil, &core.Rejected{Line: c.line, Name: core.Excerpt(k.text("FN")), Err: withLine(err, c.line)}, source
	}
	k.read()
	for _, p := range unread {
		k.note(k.label("unread"), strings.TrimPrefix(p.head+":"+p.value, ":"))
	}
	entry, rejected := k.finish(r.origin)
	return entry, rejected, source
}

// sourceOf recognises a program by its habits.
func sourceOf(fields []field) string {
	source := "vcard"
	for i := range fields {
		f := &fields[i]
		switch {
		case f.name == "PRODID" && strings.Contains(f.value, "Mentorbook"):
			return "mentorbook"
		case f.name == "PRODID" && strings.Contains(f.value, "Apple"):
			source = "apple"
		case source != "vcard":
		case strings.HasPrefix(f.name, "X-MS-"), f.name == "PRODID" && strings.Contains(f.value, "Microsoft"):
			source = "outlook"
		case f.name == "CATEGORIES" && strings.Contains(f.value, "myContacts"), f.name == "PHOTO" && strings.Contains(f.value, "googleusercontent.com"):
			source = "google"
		}
	}
	return source
}

// cardReader reads the fields of one card.
type cardReader struct {
	draft
	fields []field
	groups map[string]string // Apple's own labels by the group of what they label
	old    bool              // vCard 2.1
}

func (k *cardReader) text(name string) string {
	for i := range k.fields {
		if k.fields[i].name == name {
			return unescape(k.fields[i].value, k.old)
		}
	}
	return ""
}

func (k *cardReader) isGroup() bool {
	for _, name := range []string{"KIND", "X-ADDRESSBOOKSERVER-KIND"} {
		if strings.EqualFold(strings.TrimSpace(k.text(name)), "group") {
			return true
		}
	}
	return false
}

// read takes the name first, then what is preferred before what is not.
func (k *cardReader) read() {
	for i := range k.fields {
		if k.fields[i].name == "FN" {
			k.set(&k.person.Name, unescape(k.fields[i].value, k.old), k.label("name"))
		}
	}
	slices.SortStableFunc(k.fields, func(a, b field) int { return a.rank() - b.rank() })
	for i := range k.fields {
		f := &k.fields[i]
		if k.contact(f) || k.about(f) || k.extra(f) || isTechnical(f.name) {
			continue
		}
		if isBinary(f.name) {
			k.drop(k.label("binary." + binaryKind(f.name)))
			continue
		}
		k.note(k.labelOf(f, f.name), unescape(f.value, k.old))
	}
}

// contact reads how to reach somebody.
func (k *cardReader) contact(f *field) bool {
	value := unescape(f.value, k.old)
	switch f.name {
	case "EMAIL":
		k.email(value)
		k.custom(f, value)
	case "TEL":
		if f.is("fax", "pager") {
			k.note(k.labelOf(f, k.label("fax")), value)
			break
		}
		k.phone(value)
		k.custom(f, value)
	case "URL":
		k.link(value)
		k.custom(f, value)
	case "IMPP", "X-SOCIALPROFILE", "X-JABBER", "X-SKYPE", "X-SKYPE-USERNAME", "X-ICQ", "X-TELEGRAM", "X-MS-IMADDRESS":
		label := k.label("im")
		if t := f.types(); len(t) > 0 && f.name == "X-SOCIALPROFILE" {
			label = locale.Capital(t[0])
		}
		k.linkOr(value, label)
	case "ADR":
		var parts []string
		for _, p := range components(f.value, ';', k.old) {
			if p = core.CleanLine(p); p != "" {
				parts = append(parts, p)
			}
		}
		k.note(k.labelOf(f, k.label("address")), strings.Join(parts, ", "))
	case "LABEL": // the address once more, as it is printed
		if !slices.ContainsFunc(k.fields, func(g field) bool { return g.name == "ADR" }) {
			k.note(k.label("address"), value)
		}
	default:
		return false
	}
	return true
}

// custom notes a label that somebody made up for an address or number: "assistant" matters.
func (k *cardReader) custom(f *field, value string) {
	if l := k.groups[f.group]; f.group != "" && !isUsualLabel(l) {
		k.note(l, value)
	}
}

// about reads who somebody is.
func (k *cardReader) about(f *field) bool {
	p := &k.person
	value := unescape(f.value, k.old)
	switch f.name {
	case "FN":
	case "N":
		n := components(f.value, ';', k.old)
		k.set(&p.FamilyName, part(n, 0), k.label("family_name"))
		k.set(&p.GivenName, part(n, 1), k.label("given_name"))
		k.set(&p.MiddleName, part(n, 2), k.label("middle_name"))
		for _, title := range n[min(3, len(n)):] {
			if t := k.clean(title); t != "" && !strings.Contains(p.Name, t) {
				k.note(k.label("prefix"), t)
			}
		}
	case "ORG":
		o := components(f.value, ';', k.old)
		k.set(&p.Organisation, o[0], k.label("organisation"))
		for _, unit := range o[1:] {
			k.note(k.label("department"), unit)
		}
	case "TITLE":
		k.set(&p.JobTitle, value, k.label("job_title"))
	case "ROLE":
		if k.text("TITLE") == "" {
			k.set(&p.JobTitle, value, k.label("job_title"))
		} else if value != k.text("TITLE") {
			k.note(k.label("role"), value)
		}
	case "BDAY":
		k.birthday(value, f.params.Get("X-APPLE-OMIT-YEAR"))
	case "NOTE":
		k.draft.text(value)
	case "TZ":
		k.zone(value)
	case "LANG", "X-MENTORBOOK-LANGUAGE":
		k.language(value)
	case "PRONOUNS", "X-PRONOUNS":
		k.pronoun(value)
	default:
		return false
	}
	return true
}

// extra reads what this program and others add to the standard.
func (k *cardReader) extra(f *field) bool {
	value := unescape(f.value, k.old)
	switch f.name {
	case "X-MENTORBOOK-ADDRESS-AS":
		k.set(&k.person.Address, value, k.label("address_as"))
	case "X-MENTORBOOK-ORIGIN":
		k.set(&k.person.Origin, value, k.label("origin"))
	case "X-MENTORBOOK-QUIET":
		k.quiet(value)
	case "X-MENTORBOOK-CONSENT":
		c := components(f.value, ';', k.old)
		k.consent(part(c, 0), part(c, 1), part(c, 2))
	case "X-MENTORBOOK-ARCHIVED":
		k.person.Archived = value == yes
	case "NICKNAME":
		k.note(k.label("nickname"), strings.Join(components(f.value, ',', k.old), ", "))
	case "CATEGORIES":
		k.categories(components(f.value, ',', k.old))
	case "ANNIVERSARY", "X-ANNIVERSARY", "X-MS-ANNIVERSARY", "X-ABDATE", "X-EVOLUTION-ANNIVERSARY":
		k.note(k.labelOf(f, k.label("anniversary")), value)
	case "RELATED", "X-ABRELATEDNAMES", "X-SPOUSE", "X-MS-SPOUSE", "X-MANAGER", "X-MS-MANAGER", "X-ASSISTANT", "X-MS-ASSISTANT":
		label := k.label("related")
		if t := f.types(); len(t) > 0 && f.name == "RELATED" {
			label = locale.Capital(t[0])
		}
		k.note(k.labelOf(f, label), value)
	case "GENDER":
		k.note(k.label("gender"), strings.Trim(strings.Join(components(f.value, ';', k.old), " "), " "))
	case "AGENT": // a card within the card is passed over by the scanner
		if k.note(k.label("related"), value); strings.TrimSpace(value) == "" {
			k.drop(k.label("related"))
		}
	default:
		return false
	}
	return true
}

// labelOf gives the label that a card has for a field, if it has one.
func (k *cardReader) labelOf(f *field, otherwise string) string {
	if l := k.groups[f.group]; f.group != "" && l != "" {
		return l
	}
	return otherwise
}

// categories notes groups that somebody made; those that every address book has say nothing.
func (k *draft) categories(list []string) {
	var own []string
	for _, c := range list {
		c = core.CleanLine(c)
		switch strings.ToLower(strings.TrimSpace(strings.TrimPrefix(c, "*"))) {
		case "", "mycontacts", "starred", "other contacts", "othercontacts", "friends", "family", "coworkers", "contacts", "imported":
		default:
			own = append(own, c)
		}
	}
	k.note(k.label("categories"), strings.Join(own, ", "))
}

// plainLabel takes the marks off one of Apple's own labels: _$!<Spouse>!$_ is Spouse.
func plainLabel(s string) string {
	return core.CleanLine(strings.TrimSuffix(strings.TrimPrefix(s, "_$!<"), ">!$_"))
}

func isUsualLabel(l string) bool {
	return slices.Contains([]string{
		"", "home", "work", "other", "mobile", "cell", "main", "school", "homepage", "profile", "website", "blog", "internet", "iphone", "e-mail", "email",
		"дом", "работа", "другой", "мобильный", "основной",
	}, strings.ToLower(l))
}

// isTechnical tells of properties that speak of the card and not of the person.
func isTechnical(name string) bool {
	return slices.Contains([]string{
		vcard.FieldVersion, vcard.FieldProductID, vcard.FieldRevision, vcard.FieldUID, vcard.FieldSource, vcard.FieldKind, vcard.FieldClientPIDMap,
		"CLASS", "NAME", "MAILER", "PROFILE", "SORT-STRING", "X-ABLABEL", "X-ABADR", "X-ABUID", "X-ABSHOWAS", "X-MS-OL-DEFAULT-POSTAL-ADDRESS",
		"X-IMAGETYPE", "X-IMAGEHASH", "X-SHARED-PHOTO-DISPLAY-PREF", "X-ACTIVITY-ALERT", "X-MOZILLA-HTML", "X-MENTORBOOK-ID", "X-EVOLUTION-FILE-AS",
		"CREATED", "BEGIN", "END",
	}, name)
}

// isBinary tells of properties that hold pictures, sounds and keys, by their head.
func isBinary(head string) bool { return binaryKind(head) != "" }

func binaryKind(head string) string {
	name := strings.ToUpper(head[:strings.IndexAny(head+";", ";:")])
	switch name[strings.LastIndexByte(name, '.')+1:] {
	case "PHOTO", "LOGO", "X-MS-CARDPICTURE", "X-MS-OL-DESIGN", "AVATAR":
		return "photo"
	case "SOUND":
		return "sound"
	case "KEY", "X-MS-CERTIFICATE":
		return "key"
	}
	return ""
}
