-- ServiceCertificates, asked as school-admin: answered by batches, not by statement (on record: Guardian)

-- Guardian
select
  (
    select
      coalesce(json_agg(pupil.id), '[]')
    from
      (
        select
          stu.id
        from
          guardianship tie
          join student stu on stu.id = tie.student_id
        where
          tie.guardian_id = _row.id
          and tie.status in ('PENDING', 'ACTIVE', 'BLOCKED')
          and (
            stu.school_id = any ($1::uuid[])
            or exists (
              select
                1
              from
                class_membership m
              where
                m.student_id = stu.id
                and m.school_class_id = any ($2::uuid[])
                and m.status = 'ACTIVE'
            )
          )
      ) pupil (id)
  ) as v0,
  _row."id" as v1,
  (
    select
      json_build_array(p.name, p.phone)
    from
      person p
    where
      p.id = _row.person_id
  ) as v2
from
  "guardian" _row
where
  (
    _row.id = any ($3::uuid[])
    and exists (
      select
        1
      from
        guardianship g
        join student s on s.id = g.student_id
      where
        g.guardian_id = _row.id
        and g.status in ('PENDING', 'ACTIVE', 'BLOCKED')
        and s.school_id = any ($1::uuid[])
    )
  );

-- Query.serviceCertificates
select
  _row."guardian_id" as v0,
  _row."id" as v1,
  _row."issued_at" as v2,
  _row."number" as v3,
  _row."period_from" as v4,
  _row."period_to" as v5,
  _row."revoke_reason" as v6,
  _row."revoked_at" as v7,
  (
    (
      select
        count(distinct srv.shift_id)::int
      from
        certified_record cre
        join service_record srv on srv.id = cre.record_id
      where
        cre.certificate_id = _row.id
    )
  ) as v8,
  _row."total_minutes" as v9,
  (_row.revoked_at is null) as v10
from
  (
    select
      _found.*
    from
      (
        select distinct
          unnest(
            array(
              select
                cre.certificate_id
              from
                service_record srv
                cross join lateral (
                  select
                    cer.certificate_id
                  from
                    certified_record cer
                  where
                    cer.record_id = srv.id
                  offset
                    0
                ) cre
              where
                srv.school_id = any ($1::uuid[])
            )
          ) as id
      ) _key
      cross join lateral (
        select
          _row."id",
          _row."number",
          _row."guardian_id",
          _row."period_from",
          _row."period_to",
          _row."total_minutes",
          _row."issued_at",
          _row."revoked_at",
          _row."revoke_reason"
        from
          "service_certificate" _row
        where
          (
            _row."id" = _key.id
            and coalesce(
              exists (
                select
                  1
                from
                  certified_record cre
                  join service_record srv on srv.id = cre.record_id
                where
                  cre.certificate_id = _row.id
                  and srv.school_id = any ($1::uuid[])
              ),
              false
            )
          )
          and _row."issued_at" >= coalesce(
            (
              select
                _first.value
              from
                (
                  select
                    array(
                      select
                        cre.certificate_id
                      from
                        service_record srv
                        cross join lateral (
                          select
                            cer.certificate_id
                          from
                            certified_record cer
                          where
                            cer.record_id = srv.id
                          offset
                            0
                        ) cre
                      where
                        srv.school_id = any ($1::uuid[])
                    ) as ids,
                    (
                      $2::int + cardinality(
                        array(
                          select
                            cre.certificate_id
                          from
                            service_record srv
                            cross join lateral (
                              select
                                cer.certificate_id
                              from
                                certified_record cer
                              where
                                cer.record_id = srv.id
                              offset
                                0
                            ) cre
                          where
                            srv.school_id = any ($1::uuid[])
                        )
                      ) - 1
                    ) / cardinality(
                      array(
                        select
                          cre.certificate_id
                        from
                          service_record srv
                          cross join lateral (
                            select
                              cer.certificate_id
                            from
                              certified_record cer
                            where
                              cer.record_id = srv.id
                            offset
                              0
                          ) cre
                        where
                          srv.school_id = any ($1::uuid[])
                      )
                    ) as size
                  where
                    cardinality(
                      array(
                        select
                          cre.certificate_id
                        from
                          service_record srv
                          cross join lateral (
                            select
                              cer.certificate_id
                            from
                              certified_record cer
                            where
                              cer.record_id = srv.id
                            offset
                              0
                          ) cre
                        where
                          srv.school_id = any ($1::uuid[])
                      )
                    ) >= 3
                ) _share
                cross join lateral (
                  select distinct
                    unnest(_share.ids) as id
                ) _key
                cross join lateral (
                  select
                    _row."issued_at" as value
                  from
                    "service_certificate" _row
                  where
                    (
                      _row."id" = _key.id
                      and coalesce(
                        exists (
                          select
                            1
                          from
                            certified_record cre
                            join service_record srv on srv.id = cre.record_id
                          where
                            cre.certificate_id = _row.id
                            and srv.school_id = any ($1::uuid[])
                        ),
                        false
                      )
                    )
                  order by
                    _row."issued_at" desc,
                    _row."id" desc
                  limit
                    _share.size
                ) _first
              order by
                _first.value desc
              offset
                $2::int - 1
              limit
                1
            ),
            '-infinity'
          )
        order by
          _row."issued_at" desc,
          _row."id" desc
        limit
          $2::int
      ) _found
  ) _row
order by
  _row."issued_at" desc,
  _row."id" desc
limit
  $2::int;
