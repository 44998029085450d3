// Package contacts reads people from the files that address books export, vCard 2.1 to 4.0 and CSV, and writes
// them so that others can read them and it loses nothing. Files from outside are hostile until checked: what
// cannot be taken is named by its line, and nothing that a file says of somebody goes away silently.
package contacts

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"mentorbook/core"
	"mentorbook/core/locale"
	"mentorbook/core/table"
)

// Limits of what is read. They are wide: a person never meets them, a broken or hostile file does.
const (
	MaxBytes      = 20_000_000
	MaxCards      = 100_000
	MaxProperties = 10_000  // of one card
	MaxLine       = 8 << 20 // bytes of one unfolded line: the longest note there can be, escaped
	maxDepth      = 8       // of cards within cards
)

// Kinds that an error gives in its argument "kind", where its code alone does not say what is wrong.
const (
	KindCut       = "cut"        // CodeBadRow: a card that does not end; argument: line
	KindStray     = "stray"      // CodeBadRow: lines outside of every card; argument: line
	KindGroup     = "group"      // CodeNotImport: a card of a group, not of a person; argument: line
	KindNoOne     = "noone"      // CodeRequired: a record without a name, or anything that could stand for one; argument: line
	KindCards     = "cards"      // CodeTooMany: cards; argument: max
	KindEitherWay = "either_way" // CodeBadDate: its first two figures may be day and month, or month and day; argument: value
	KindFile      = "file"       // CodeNotImport: neither vCard nor a table of people

	KindNoCard = "no_card" // CodeNotImport: a file of cards by its name, without one
)

// Book reads and writes contact files.
type Book struct {
	words  *locale.Words
	others []*locale.Words
}

// New makes a Book that names in one language what it puts into notes, such as a postal address. It tells how the others
// would put it, so that a file that was read in another language is known again.
func New(words *locale.Words, others ...*locale.Words) *Book { return &Book{words, others} }

// Read reads the people of a file, whose name says where they came from; what is in it decides how it is read.
// A person that cannot be taken is among the Rejected. Its errors are about the file as a whole and have
// CodeTooLarge, CodeTooMany, CodeEmptyFile, CodeNotImport, CodeDuplicate, CodeFile or CodeCancelled.
func (b *Book) Read(ctx context.Context, name string, r io.Reader) (*core.ContactBatch, error) {
	batch, err := b.read(ctx, name, r)
	var e *core.Error
	if errors.As(err, &e) && e.Args["path"] == nil {
		args := []any{"path", core.Excerpt(name)}
		for k, v := range e.Args {
			args = append(args, k, v)
		}
		coded := core.FailField(e.Code, e.Field, args...)
		coded.Err = e.Err
		return nil, coded
	}
	return batch, err
}

func (b *Book) read(ctx context.Context, name string, r io.Reader) (batch *core.ContactBatch, err error) {
	defer func() { // a file must not end the program, whatever is in it
		if fault := recover(); fault != nil {
			batch, err = nil, core.Wrap(core.CodeInternal, fmt.Errorf("reading contacts: %v", fault))
		}
	}()
	data, err := table.ReadBytes(ctx, r, MaxBytes)
	if err != nil {
		return nil, err
	}
	batch, err = reader{words: b.words, origin: origin(name)}.file(ctx, data)
	if err != nil || !slices.ContainsFunc(batch.Entries, func(e core.ContactEntry) bool { return len(e.Remarks)+len(e.Unfit) > 0 }) {
		return batch, err
	}
	for _, words := range b.others {
		if words == b.words {
			continue
		}
		other, err := reader{words: words, origin: origin(name)}.file(ctx, data)
		if err != nil {
			return nil, err
		}
		reword(batch, other)
	}
	return batch, nil
}

// reword takes from the same file, read in another language, how it puts the notes.
func reword(batch, other *core.ContactBatch) {
	notes := make(map[int]string, len(other.Entries))
	for i := range other.Entries {
		notes[other.Entries[i].Line] = other.Entries[i].Notes
	}
	for i := range batch.Entries {
		e := &batch.Entries[i]
		if said := notes[e.Line]; said != "" && said != e.Notes {
			e.Reworded = append(e.Reworded, said)
		}
	}
}

// file reads the bytes of a file.
func (in reader) file(ctx context.Context, data []byte) (*core.ContactBatch, error) {
	if isVCard(data) {
		return in.cards(ctx, data, "")
	}
	text, encoding, err := table.Decode(data)
	if err != nil {
		return nil, err
	}
	if isVCard([]byte(text)) {
		return in.cards(ctx, []byte(text), encoding)
	}
	batch, err := in.table(ctx, text, encoding)
	if err != nil && namedAsCards(in.origin) && (core.CodeOf(err) == core.CodeEmptyFile || core.CodeOf(err) == core.CodeNotImport) && strings.TrimSpace(text) != "" {
		return nil, core.Fail(core.CodeNotImport, "kind", KindNoCard) // nobody meant it to be a table
	}
	return batch, err
}

// namedAsCards tells whether a file says by its name that it holds cards.
func namedAsCards(name string) bool {
	name = strings.ToLower(name)
	return strings.HasSuffix(name, ".vcf") || strings.HasSuffix(name, ".vcard")
}

// reader reads one file.
type reader struct {
	words  *locale.Words
	origin string
}

// origin makes the last part of a path fit to be a person's origin.
func origin(name string) string {
	name = core.CleanLine(name[strings.LastIndexAny(name, `/\`)+1:])
	if r := []rune(name); len(r) > core.MaxName {
		return string(r[:core.MaxName])
	}
	return name
}

// isVCard tells whether a card begins at one of the first lines. Mail programs put lines above it.
func isVCard(data []byte) bool {
	data = bytes.TrimPrefix(data, []byte("\xEF\xBB\xBF"))
	head := data[:min(len(data), 64<<10)]
	for line := range bytes.FieldsFuncSeq(head, func(r rune) bool { return r == '\n' || r == '\r' }) {
		if hasPrefixFold(bytes.TrimSpace(line), "BEGIN:VCARD") {
			return true
		}
	}
	return false
}

func hasPrefixFold(b []byte, prefix string) bool {
	return len(b) >= len(prefix) && strings.EqualFold(string(b[:len(prefix)]), prefix)
}

// Write writes people in the form that the name asks for: .csv, or vCard 4.0 else.
func (b *Book) Write(ctx context.Context, name string, people []core.ContactEntry, w io.Writer) error {
	if strings.HasSuffix(strings.ToLower(name), ".csv") {
		return WriteCSV(ctx, people, w)
	}
	return WriteVCard(ctx, VCard4, people, w)
}
