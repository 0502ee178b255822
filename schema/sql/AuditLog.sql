-- AuditLog, asked as school-admin: answered by statement

-- the whole query, for school + staff + auditsSchool (as school-admin)
-- _l0: Query.auditEntries
-- _r0: AuditRecord.staff
-- _r1: AuditRecord.guardian
select
  case
    when $1::uuid is null
    or $1::uuid = (
      select version
      from rights_version
    ) then '[' || (
      select
        '[' || coalesce(
          '[' || string_agg(
            '[' || coalesce(
              (
                select
                  '["' || _r0."id"::text || '",' || right(
                    json_build_array(
                      (
                        select
                          case
                            when (
                              _r0.id = $2::uuid
                              or exists (
                                select 1
                                from staff_assignment asg
                                where
                                  asg.staff_id = _r0.id
                                  and asg.ended_at is null
                                  and (
                                    asg.valid_to is null
                                    or asg.valid_to >= greatest(asg.valid_from, $3::date)
                                  )
                                  and asg.school_id = any ($4::uuid[])
                              )
                            ) then json_build_array(p.name, p.phone)
                            else json_build_array(
                              coalesce(
                                (
                                  select asg.held_as
                                  from staff_assignment asg
                                  where
                                    asg.staff_id = _r0.id
                                    and asg.school_id = any ($4::uuid[])
                                  order by
                                    asg.valid_to desc nulls first,
                                    asg.id desc
                                  limit 1
                                ),
                                p.name
                              ),
                              null
                            )
                          end
                        from person p
                        where p.id = _r0.person_id
                      ),
                      _r0."staff_number"
                    )::text,
                    -1
                  )
                from staff _r0
                where
                  (
                    _r0.person_id = (
                      select
                        coalesce(
                          (
                            select jnd.person_id
                            from account jnd
                            where jnd.id = acc.joined_into_id
                          ),
                          acc.person_id
                        )
                      from account acc
                      where acc.id = _l0.account
                    )
                    and (
                      _r0.id = $2::uuid
                      or exists (
                        select 1
                        from staff_assignment a
                        where
                          a.staff_id = _r0.id
                          and a.school_id = any ($4::uuid[])
                      )
                    )
                  )
                limit 1
              ),
              'null'
            ) || ',' || coalesce(
              (
                select
                  '["' || _r1."id"::text || '",' || right(
                    json_build_array(
                      (
                        select json_build_array(p.name, p.phone, p.phone_verified_at)
                        from person p
                        where p.id = _r1.person_id
                      ),
                      (
                        select coalesce(json_agg(pupil.id), '[]')
                        from
                          (
                            select stu.id
                            from
                              guardianship tie
                              join student stu on stu.id = tie.student_id
                            where
                              tie.guardian_id = _r1.id
                              and tie.status in ('PENDING', 'ACTIVE', 'BLOCKED')
                              and (
                                stu.school_id = any ($5::uuid[])
                                or exists (
                                  select 1
                                  from class_membership m
                                  where
                                    m.student_id = stu.id
                                    and m.school_class_id = any ($6::uuid[])
                                    and m.status = 'ACTIVE'
                                )
                              )
                          ) pupil (id)
                      )
                    )::text,
                    -1
                  )
                from guardian _r1
                where
                  (
                    _r1.person_id = (
                      select
                        coalesce(
                          (
                            select jnd.person_id
                            from account jnd
                            where jnd.id = acc.joined_into_id
                          ),
                          acc.person_id
                        )
                      from account acc
                      where acc.id = _l0.account
                    )
                    and exists (
                      select 1
                      from
                        guardianship g
                        join student s on s.id = g.student_id
                      where
                        g.guardian_id = _r1.id
                        and g.status in ('PENDING', 'ACTIVE', 'BLOCKED')
                        and s.school_id = any ($5::uuid[])
                    )
                  )
                limit 1
              ),
              'null'
            ) || ',' || (
              '"' || _l0."id"::text || '","' || _l0."outcome"::text || '","' || _l0."created_at"::text || '",' || right(
                json_build_array(
                  _l0."mutation",
                  _l0."code",
                  (
                    select
                      coalesce(
                        (
                          select per.name
                          from person per
                          where
                            per.id = (
                              select
                                coalesce(
                                  (
                                    select jnd.person_id
                                    from account jnd
                                    where jnd.id = acc.joined_into_id
                                  ),
                                  acc.person_id
                                )
                              from account acc
                              where acc.id = _l0.account
                            )
                        ),
                        (
                          select tok.name
                          from service_token tok
                          where tok.id = _l0.service_token
                        )
                      )
                  ),
                  _l0."subjects"
                )::text,
                -1
              )
            ),
            ','
          ) filter (
            where _l0._n <= $7::int
          ) || ']',
          'null'
        ) || ',' || (count(*) > $7::int)::text || ']'
      from
        (
          select
            _l0.*,
            row_number() over () as _n
          from
            (
              select _l0.*
              from audit_record _l0
              where
                (
                  _l0.schools && $8::uuid[]
                  and true
                )
              order by
                _l0."created_at" desc,
                _l0."id" desc
              limit ($7::int + 1)
            ) _l0
        ) _l0
    ) || ']'
  end;

-- the whole query, for district + auditsDistrict (as district-admin)
-- _l0: Query.auditEntries
-- _r0: AuditRecord.staff
-- _r1: AuditRecord.guardian
select
  case
    when $1::uuid is null
    or $1::uuid = (
      select version
      from rights_version
    ) then '[' || (
      select
        '[' || coalesce(
          '[' || string_agg(
            '[' || coalesce(
              (
                select
                  '["' || _r0."id"::text || '",' || right(
                    json_build_array(
                      (
                        select
                          case
                            when (
                              _r0.id = $2::uuid
                              or exists (
                                select 1
                                from staff_assignment asg
                                where
                                  asg.staff_id = _r0.id
                                  and asg.ended_at is null
                                  and (
                                    asg.valid_to is null
                                    or asg.valid_to >= greatest(asg.valid_from, $3::date)
                                  )
                                  and asg.district_id = any ($4::uuid[])
                              )
                            ) then json_build_array(p.name, p.phone)
                            else json_build_array(
                              coalesce(
                                (
                                  select asg.held_as
                                  from staff_assignment asg
                                  where
                                    asg.staff_id = _r0.id
                                    and asg.district_id = any ($4::uuid[])
                                  order by
                                    asg.valid_to desc nulls first,
                                    asg.id desc
                                  limit 1
                                ),
                                p.name
                              ),
                              null
                            )
                          end
                        from person p
                        where p.id = _r0.person_id
                      ),
                      _r0."staff_number"
                    )::text,
                    -1
                  )
                from staff _r0
                where
                  (
                    _r0.person_id = (
                      select
                        coalesce(
                          (
                            select jnd.person_id
                            from account jnd
                            where jnd.id = acc.joined_into_id
                          ),
                          acc.person_id
                        )
                      from account acc
                      where acc.id = _l0.account
                    )
                    and (
                      _r0.id = $2::uuid
                      or exists (
                        select 1
                        from staff_assignment a
                        where
                          a.staff_id = _r0.id
                          and a.district_id = any ($4::uuid[])
                      )
                    )
                  )
                limit 1
              ),
              'null'
            ) || ',' || coalesce(
              (
                select 'null'
                from guardian _r1
                where false
                limit 1
              ),
              'null'
            ) || ',' || (
              '"' || _l0."id"::text || '","' || _l0."outcome"::text || '","' || _l0."created_at"::text || '",' || right(
                json_build_array(
                  _l0."mutation",
                  _l0."code",
                  (
                    select
                      coalesce(
                        (
                          select per.name
                          from person per
                          where
                            per.id = (
                              select
                                coalesce(
                                  (
                                    select jnd.person_id
                                    from account jnd
                                    where jnd.id = acc.joined_into_id
                                  ),
                                  acc.person_id
                                )
                              from account acc
                              where acc.id = _l0.account
                            )
                        ),
                        (
                          select tok.name
                          from service_token tok
                          where tok.id = _l0.service_token
                        )
                      )
                  ),
                  _l0."subjects"
                )::text,
                -1
              )
            ),
            ','
          ) filter (
            where _l0._n <= $5::int
          ) || ']',
          'null'
        ) || ',' || (count(*) > $5::int)::text || ']'
      from
        (
          select
            _l0.*,
            row_number() over () as _n
          from
            (
              select _l0.*
              from audit_record _l0
              where
                (
                  (
                    _l0.districts && $6::uuid[]
                    or exists (
                      select 1
                      from school sch
                      where
                        sch.id = any (_l0.schools)
                        and sch.district_id = any ($6::uuid[])
                    )
                  )
                  and true
                )
              order by
                _l0."created_at" desc,
                _l0."id" desc
              limit ($5::int + 1)
            ) _l0
        ) _l0
    ) || ']'
  end;

-- the whole query, for auditsDistrict (as privacy-officer)
-- _l0: Query.auditEntries
-- _r0: AuditRecord.staff
-- _r1: AuditRecord.guardian
select
  case
    when $1::uuid is null
    or $1::uuid = (
      select version
      from rights_version
    ) then '[' || (
      select
        '[' || coalesce(
          '[' || string_agg(
            '[' || coalesce(
              (
                select
                  '["' || _r0."id"::text || '",' || right(
                    json_build_array(
                      (
                        select
                          case
                            when (
                              _r0.id = $2::uuid
                              or exists (
                                select 1
                                from staff_assignment asg
                                where
                                  asg.staff_id = _r0.id
                                  and asg.ended_at is null
                                  and (
                                    asg.valid_to is null
                                    or asg.valid_to >= greatest(asg.valid_from, $3::date)
                                  )
                                  and false
                              )
                            ) then json_build_array(p.name, p.phone)
                            else json_build_array(
                              coalesce(
                                (
                                  select asg.held_as
                                  from staff_assignment asg
                                  where
                                    asg.staff_id = _r0.id
                                    and false
                                  order by
                                    asg.valid_to desc nulls first,
                                    asg.id desc
                                  limit 1
                                ),
                                p.name
                              ),
                              null
                            )
                          end
                        from person p
                        where p.id = _r0.person_id
                      ),
                      _r0."staff_number"
                    )::text,
                    -1
                  )
                from staff _r0
                where
                  (
                    _r0.person_id = (
                      select
                        coalesce(
                          (
                            select jnd.person_id
                            from account jnd
                            where jnd.id = acc.joined_into_id
                          ),
                          acc.person_id
                        )
                      from account acc
                      where acc.id = _l0.account
                    )
                    and _r0.id = $2::uuid
                  )
                limit 1
              ),
              'null'
            ) || ',' || coalesce(
              (
                select 'null'
                from guardian _r1
                where false
                limit 1
              ),
              'null'
            ) || ',' || (
              '"' || _l0."id"::text || '","' || _l0."outcome"::text || '","' || _l0."created_at"::text || '",' || right(
                json_build_array(
                  _l0."mutation",
                  _l0."code",
                  (
                    select
                      coalesce(
                        (
                          select per.name
                          from person per
                          where
                            per.id = (
                              select
                                coalesce(
                                  (
                                    select jnd.person_id
                                    from account jnd
                                    where jnd.id = acc.joined_into_id
                                  ),
                                  acc.person_id
                                )
                              from account acc
                              where acc.id = _l0.account
                            )
                        ),
                        (
                          select tok.name
                          from service_token tok
                          where tok.id = _l0.service_token
                        )
                      )
                  ),
                  _l0."subjects"
                )::text,
                -1
              )
            ),
            ','
          ) filter (
            where _l0._n <= $4::int
          ) || ']',
          'null'
        ) || ',' || (count(*) > $4::int)::text || ']'
      from
        (
          select
            _l0.*,
            row_number() over () as _n
          from
            (
              select _l0.*
              from audit_record _l0
              where
                (
                  (
                    _l0.districts && $5::uuid[]
                    or exists (
                      select 1
                      from school sch
                      where
                        sch.id = any (_l0.schools)
                        and sch.district_id = any ($5::uuid[])
                    )
                  )
                  and true
                )
              order by
                _l0."created_at" desc,
                _l0."id" desc
              limit ($4::int + 1)
            ) _l0
        ) _l0
    ) || ']'
  end;
