-- VerifyCertificate, asked as parent: answered by resolvers, not by statement (resolver: Query.verifyCertificate), not by batches (resolver: Query.verifyCertificate)

-- Query.verifyServiceCertificate
select
  sce.number,
  sce.revoked_at,
  sce.period_from,
  sce.period_to,
  sce.total_minutes,
  (
    select count(distinct srv.shift_id)::int
    from
      certified_record cre
      join service_record srv on srv.id = cre.record_id
    where cre.certificate_id = sce.id
  ),
  sce.issued_at,
  dis.name,
  (
    select min(srv ->> 'school')
    from jsonb_array_elements(sce.services) srv
    having
      count(distinct coalesce(srv ->> 'school', '')) = 1
  ),
  sce.superseded_by_id is not null
from
  service_certificate sce
  join district dis on dis.id = sce.district_id
where sce.number = $1;
