"""Reads e-mails with Python's email package and prints what it found as JSON: one object an argument."""
import base64
import email
import email.errors
import email.header
import email.policy
import email.utils
import json
import sys


def shape(part):
    """The tree of types, such as multipart/mixed(text/plain,text/html)."""
    kind = part.get_content_type()
    if not part.is_multipart():
        return kind
    return kind + "(" + ",".join(shape(p) for p in part.iter_parts()) + ")"


def leaf(part):
    return {
        "type": part.get_content_type(),
        "params": dict(part["Content-Type"].params),
        "disposition": part.get_content_disposition() or "",
        "filename": part.get_filename() or "",
        "encoding": str(part.get("Content-Transfer-Encoding", "")),
        "body": base64.b64encode(part.get_payload(decode=True)).decode(),
    }


def addresses(plain, name):
    """The parties of a header, by the older of the package's two readers: the newer one puts a space between
    two encoded words of a name (RFC 2047 6.2 says that there is none)."""
    found = []
    for key, value in plain.raw_items():
        if key.lower() == name:
            value = value.encode("ascii", "surrogateescape").decode("utf-8").replace("\r\n", "")
            found += email.utils.getaddresses([value])
    return [{"name": str(email.header.make_header(email.header.decode_header(n))), "email": a} for n, a in found]


def foreign(defect):
    """Addresses with letters beyond ASCII stand in a header as they are (RFC 6532); the package minds."""
    return isinstance(defect, email.errors.NonASCIILocalPartDefect) or "Non-ASCII characters found" in str(defect)


def read(path):
    with open(path, "rb") as f:
        raw = f.read()
    m = email.message_from_bytes(raw, policy=email.policy.default)
    plain = email.message_from_bytes(raw, policy=email.policy.compat32)
    defects = [str(d) for p in m.walk() for d in p.defects]
    for part in m.walk():
        for key, value in part.items():
            defects += [f"{key}: {d}" for d in getattr(value, "defects", ()) if not foreign(d)]
    return {
        "shape": shape(m),
        "defects": defects,
        "headers": [[k, str(v)] for k, v in m.items()],
        "from": addresses(plain, "from"),
        "to": addresses(plain, "to"),
        "subject": str(m["Subject"]),
        "date": m["Date"].datetime.isoformat(),
        "parts": [leaf(p) for p in m.walk() if not p.is_multipart()],
        "longest": max(len(line) for line in raw.split(b"\r\n")),
        "bare": raw.replace(b"\r\n", b"").count(b"\r") + raw.replace(b"\r\n", b"").count(b"\n"),
    }


json.dump([read(path) for path in sys.argv[1:]], sys.stdout)
