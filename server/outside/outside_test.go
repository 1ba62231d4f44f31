package outside

import "testing"

// A name may turn into any address: those of our own machines, of the cloud
// that tells its secrets, and those that carry another inside are not called.
func TestNamesThatLeadInside(t *testing.T) {
	t.Parallel()
	for _, address := range []string{
		"127.0.0.1:443", "10.0.0.1:443", "172.16.5.5:443", "192.168.1.1:443", "169.254.169.254:443", "100.100.100.200:443", "0.0.0.0:443", "0.1.2.3:443", "198.18.0.1:443",
		"255.255.255.255:443", "250.1.1.1:443", "224.0.0.1:443", "[::1]:443", "[::]:443", "[fe80::1]:443", "[fd00:ec2::254]:443", "[::ffff:10.0.0.1]:443",
		"[64:ff9b::a00:1]:443", "[2002:a00:1::1]:443", "db:443",
	} {
		if refuse("tcp", address, nil) == nil {
			t.Errorf("%s is called", address)
		}
	}
	for _, address := range []string{"103.28.14.10:443", "[2400:cb00::1]:443"} {
		if err := refuse("tcp", address, nil); err != nil {
			t.Errorf("%s: %v", address, err)
		}
	}
}
