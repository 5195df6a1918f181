def parse(url):
    raise NotImplementedError
