package ical

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"
	"strings"

	"github.com/emersion/go-message"
	"github.com/emersion/go-message/mail"

	"mentorbook/core"
)

// EmailWords is what an e-mail says to those who read it, in their language: its subject ("" is the
// meeting's title), and the text above the calendar's own. See Compose.
type EmailWords struct {
	Subject string
	Text    string
}

// attachmentName is what the calendar file is called in the e-mail.
const attachmentName = "invite.ics"

// Email gives the invitation as an e-mail from the organizer to the guests (RFC 5322, RFC 6047): the words as
// plain text, beside them the calendar object that programs show buttons for, and the same object attached
// for those that show none. The mark X-Unsent lets Outlook open it as a draft.
//
// A PUBLISH message has nobody to go to: its error has CodeBadChoice. Other errors are those of Calendar.
func Email(v *core.Invitation, words EmailWords) ([]byte, error) {
	if v.Method == core.MethodPublish {
		return nil, core.FailField(core.CodeBadChoice, "method", "value", string(v.Method))
	}
	v, err := prepare(v)
	if err != nil {
		return nil, err
	}
	calendar, err := encode(calendarOf(v))
	if err != nil {
		return nil, err
	}
	words = EmailWords{Subject: core.CleanLine(words.Subject), Text: cleanText(words.Text)}
	if words.Subject == "" {
		words.Subject = v.Title
	}
	var b bytes.Buffer
	if err := writeEmail(&b, v, words, calendar); err != nil {
		return nil, core.Wrap(core.CodeInternal, err)
	}
	return b.Bytes(), nil
}

func writeEmail(w io.Writer, v *core.Invitation, words EmailWords, calendar []byte) error {
	key := keyOf(v, words, calendar)
	mixed, err := message.CreateWriter(w, headerOf(v, words, key))
	if err != nil {
		return err
	}
	alternative, err := mixed.CreatePart(multipart("alternative", key))
	if err != nil {
		return err
	}
	text := typed("text/plain", "charset", "utf-8")
	text.Set("Content-Transfer-Encoding", "quoted-printable")
	// METHOD stands in the type as in the object, or programs take it for a mere file (RFC 6047 2.4).
	object := typed("text/calendar", "charset", "utf-8", "method", methodOf(v))
	object.Set("Content-Transfer-Encoding", "base64")
	attached := typed("application/ics", "name", attachmentName)
	attached.Set("Content-Transfer-Encoding", "base64")
	attached.SetContentDisposition("attachment", map[string]string{"filename": attachmentName})
	for _, step := range []func() error{
		func() error { return writePart(alternative, text, []byte(words.Text+"\n")) },
		func() error { return writePart(alternative, object, calendar) },
		alternative.Close,
		func() error { return writePart(mixed, attached, calendar) },
		mixed.Close,
	} {
		if err := step(); err != nil {
			return err
		}
	}
	return nil
}

func writePart(in *message.Writer, head message.Header, body []byte) error {
	p, err := in.CreatePart(head)
	if err != nil {
		return err
	}
	if _, err := p.Write(body); err != nil {
		return err
	}
	return p.Close()
}

// headerOf gives the header of the whole message. Fields are added from the last to the first.
func headerOf(v *core.Invitation, words EmailWords, key string) message.Header {
	h := mail.Header{Header: multipart("mixed", key)}
	h.Set("MIME-Version", "1.0")
	h.Set("X-Unsent", "1")
	h.SetMessageID(key + "@" + domainOf(senderOf(v).Email))
	h.SetDate(v.Stamp)
	h.Set("Subject", headerText(words.Subject))
	guests := v.Guests
	if v.Method.FromGuest() {
		guests = []core.Party{v.Organizer}
	}
	var to []string
	for _, g := range cleanGuests(core.Mailboxes(guests)) {
		to = append(to, mailbox(g))
	}
	h.Set("To", strings.Join(to, ", "))
	h.Set("From", mailbox(senderOf(v)))
	return h.Header
}

// senderOf gives who a message is from: the organizer, or the guest who answers.
func senderOf(v *core.Invitation) core.Party {
	if v.Method.FromGuest() {
		return v.Guests[0]
	}
	return v.Organizer
}

// keyOf gives what the message's id and its boundaries are made of: the same for the same message, another
// for any other.
func keyOf(v *core.Invitation, words EmailWords, calendar []byte) string {
	sum := sha256.New()
	for _, s := range []string{words.Subject, words.Text, string(calendar), fmt.Sprint(v.Stamp.Unix())} {
		fmt.Fprintf(sum, "%d %s", len(s), s)
	}
	return hex.EncodeToString(sum.Sum(nil))[:32]
}

func typed(kind string, params ...string) message.Header {
	var h message.Header
	m := make(map[string]string, len(params)/2)
	for i := 0; i+1 < len(params); i += 2 {
		m[params[i]] = params[i+1]
	}
	h.SetContentType(kind, m)
	return h
}

// multipart makes a boundary that no body can hold: neither base64 nor quoted-printable ever has "=_".
func multipart(kind, key string) message.Header {
	return typed("multipart/"+kind, "boundary", "=_"+kind+"_"+key)
}

// domainOf gives the right side of a message id: the sender's domain, where it may stand there as it is.
func domainOf(email string) string {
	email = asciiDomain(email)
	domain := email[strings.LastIndexByte(email, '@')+1:]
	if percent(domain, "-.") != domain {
		return "mentorbook.invalid"
	}
	return domain
}
