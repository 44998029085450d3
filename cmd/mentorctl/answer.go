package main

import (
	"errors"
	"io"

	"mentorbook/core"
	"mentorbook/storage"
)

// answer is where a command's answer goes. That it could not be written is told as such: the system's own error names
// no file that the user knows of.
type answer struct{ to io.Writer }

// Write implements io.Writer. Its error has a code, about the field "answer".
func (a answer) Write(p []byte) (int, error) {
	n, err := a.to.Write(p)
	var coded *core.Error
	if err = storage.FileError("", err); errors.As(err, &coded) {
		coded.Field = "answer"
	}
	return n, err
}
